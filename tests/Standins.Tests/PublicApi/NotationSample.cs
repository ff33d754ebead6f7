using System.Runtime.InteropServices;

namespace Standins.Tests.PublicApi;

#pragma warning disable CA1000 // static members of a generic type are among the rules to show

/// <summary>One member for each rule of the notation; printed by <see cref="PublicApiPrinterTests"/>, never called.</summary>
public abstract class NotationSample<T> : List<T>, IDisposable
    where T : class, new()
{
    public const string Text = "a";

    public static readonly int[] Table = [1];

    [Flags]
    public enum Direction
    {
        None = 0,
        Up = 1,
        Down = 2,
        Both = 3,
    }

    public abstract string? Name { get; protected set; }

    public Dictionary<string, object?>? Notes { get; init; }

    public T this[string key, int @in] => this[@in];

    public static NotationSample<T> operator -(NotationSample<T> left, double right) => left;

    public static explicit operator int(NotationSample<T> sample) => sample.Count;

    public static (long fan, (int, string? inner)) Fans(ref int count, out double rest, params string[] names)
    {
        rest = count;
        return (0, (0, null));
    }

    public static TValue Pick<TKey, TValue>(Func<TKey, TValue?> by, TKey? key = default, int? n = null, double eps = 1e-8, char c = 'L')
        where TKey : struct, IConvertible
        where TValue : IEnumerable<TKey> => throw new InvalidOperationException();

    public void Leave([Optional] bool? quiet, DateTime when = default, StringComparison how = StringComparison.Ordinal)
    {
    }

    public void @int()
    {
    }

    public void Dispose() => GC.SuppressFinalize(this);

    public override string ToString() => Text;

    protected virtual int[,] Grid(string[]? labels) => new int[1, labels?.Length ?? 0];
}
