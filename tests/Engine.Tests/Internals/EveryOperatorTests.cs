using System.Collections.Concurrent;
using System.Reflection;
using Engine.Tests.Operators;
using Engine.Tests.Optim;
using TorchSharp.Native;

namespace Engine.Tests.Internals;

/// <summary>No operator is bound that no test calls. Runs alone, because it listens to every call of the process.</summary>
[Collection(Alone.Name)]
public sealed class EveryOperatorTests
{
    [Fact]
    public void Every_operator_bound_is_called_where_its_results_are_compared_with_reference_values()
    {
        var called = new ConcurrentDictionary<string, bool>();
        Op.Trace = op => called[op.Name] = true;
        try
        {
            foreach (var family in Families())
                family.RunAll();
            new OptimizerTraceTests().Parameters_after_each_of_twenty_steps_equal_those_of_pythons_torch();
            new OptimizerTests().Zero_grad_leaves_zeros_in_the_same_gradient();
        }
        finally
        {
            Op.Trace = null;
        }

        var bound = typeof(Aten).GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(field => field.GetValue(null)).OfType<Op>().ToList();
        Assert.True(bound.Count > 200, $"{bound.Count} operators");
        var missing = bound.Where(op => op.Exists).Select(op => op.Name).Where(name => !called.ContainsKey(name));
        Assert.Equal([], missing.Order());
    }

    private static IEnumerable<OperatorFamily> Families() =>
        typeof(OperatorFamily).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(OperatorFamily)))
            .Select(type => (OperatorFamily)Activator.CreateInstance(type)!);
}
