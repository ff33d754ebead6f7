namespace Deedle.Core;

internal static class Order<T>
{
    public static Comparer<T> Default { get; } =
        typeof(T).IsPrimitive ? Comparer<T>.Default : Comparer<T>.Create((a, b) => Order.Compare(a, b));
}
