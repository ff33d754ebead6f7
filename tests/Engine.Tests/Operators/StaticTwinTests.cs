using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Engine.Tests.Operators;

/// <summary>
/// <c>torch.f(x, …)</c> and <c>x.f(…)</c> are the same operator. Every pair of members whose parameters agree is called with the same
/// arguments, so that no function forwards to another's method.
/// </summary>
public sealed class StaticTwinTests
{
    [Fact]
    public void Each_function_of_torch_gives_what_the_method_of_the_same_name_gives()
    {
        var compared = 0;
        var differences = new List<string>();
        foreach (var (function, method) in Twins())
            foreach (var variant in Enumerable.Range(0, 3))
            {
                using var scope = NewDisposeScope();
                using var off = no_grad();
                var ours = Outcome(() => function.Invoke(null, Arguments(function, variant)));
                var theirs = Outcome(() =>
                {
                    var arguments = Arguments(function, variant)!;
                    return method.Invoke(arguments[0], arguments[1..]);
                });
                if (ours != theirs)
                    differences.Add($"{function}: {ours} but {theirs}");
                else if (!ours.StartsWith('!'))
                    compared++;
            }

        Assert.Equal([], differences);
        Assert.True(compared > 400, $"{compared} calls gave results");
    }

    private static IEnumerable<(MethodInfo Function, MethodInfo Method)> Twins() =>
        from function in typeof(torch).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        let parameters = function.GetParameters()
        where parameters.Length > 0 && parameters[0].ParameterType == typeof(Tensor) && parameters.All(p => Sample(p.ParameterType, 0, 0) is not Unknown)
        let method = typeof(Tensor).GetMethod(function.Name, BindingFlags.Public | BindingFlags.Instance, [.. parameters.Skip(1).Select(p => p.ParameterType)])
        where method is not null && !method.IsGenericMethod
        select (function, method);

    private static object?[] Arguments(MethodInfo function, int variant) =>
        [.. function.GetParameters().Select((p, i) => Sample(p.ParameterType, i, variant))];

    private static object? Sample(Type type, int position, int variant)
    {
        // Numbers inside the domain of every function; then square matrices; then integers.
        if (type == typeof(Tensor))
            return variant switch
            {
                0 => (arange(6, dtype: ScalarType.Float64).view(2, 3) + 1 + position) / 10,
                1 => (arange(9, dtype: ScalarType.Float64).view(3, 3) * 5 + 3 * position + 1).remainder(7) / 8 + eye(3, dtype: ScalarType.Float64),
                _ => arange(4, dtype: ScalarType.Int64) + position,
            };
        return type switch
        {
            _ when type == typeof(long) || type == typeof(long?) => (long)(variant == 2 ? 0 : 1),
            _ when type == typeof(int) || type == typeof(int?) => variant == 2 ? 0 : 1,
            _ when type == typeof(double) || type == typeof(double?) => 0.5,
            _ when type == typeof(float) => 2f,
            _ when type == typeof(bool) || type == typeof(bool?) => variant == 1,
            _ when type == typeof(Scalar) => (Scalar)(variant == 2 ? 2 : 0.5),
            _ when type == typeof(ScalarType) || type == typeof(ScalarType?) => ScalarType.Float64,
            _ when type == typeof(long[]) => new long[] { variant == 2 ? 0 : 1 },
            _ when type == typeof(Generator) => null,
            _ => new Unknown(),
        };
    }

    /// <summary>The result in words, or <c>!</c> and the kind of exception.</summary>
    private static string Outcome(Func<object?> call)
    {
        manual_seed(1);
        try
        {
            return Text(call());
        }
        catch (TargetInvocationException e)
        {
            return "!" + e.InnerException!.GetType().Name;
        }
    }

    private static string Text(object? value) => value switch
    {
        Tensor tensor => $"{tensor.dtype}[{string.Join(',', tensor.shape)}]{Convert.ToHexString(tensor.resolve_conj().clone().contiguous().bytes)}",
        ITuple tuple => string.Join(';', Enumerable.Range(0, tuple.Length).Select(i => Text(tuple[i]))),
        IEnumerable and not string => string.Join(';', ((IEnumerable)value).Cast<object?>().Select(Text)),
        _ => $"{value}",
    };

    private sealed record Unknown;
}
