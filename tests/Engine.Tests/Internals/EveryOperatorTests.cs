using System.Collections.Concurrent;
using System.Reflection;
using Engine.Tests.Operators;
using TorchSharp.Native;

namespace Engine.Tests.Internals;

/// <summary>No operator is bound that no test calls. Runs alone, because it listens to every call of the process.</summary>
[Collection(Alone.Name)]
public sealed class EveryOperatorTests
{
    /// <summary>Operators whose results no table can hold, and the tests that call them instead.</summary>
    private static readonly Dictionary<string, string> ElsewhereTested = new()
    {
        ["aten::_foreach_abs"] = "Optim.OptimizerTraceTests",
        ["aten::_foreach_add.List"] = "Optim.OptimizerTraceTests",
        ["aten::_foreach_add.Scalar"] = "Optim.OptimizerTraceTests",
        ["aten::_foreach_add_.List"] = "Optim.OptimizerTraceTests",
        ["aten::_foreach_add_.Scalar"] = "Optim.OptimizerTraceTests",
        ["aten::_foreach_addcdiv_.Scalar"] = "Optim.OptimizerTraceTests",
        ["aten::_foreach_addcdiv_.ScalarList"] = "Optim.OptimizerTraceTests",
        ["aten::_foreach_addcmul.Scalar"] = "Optim.OptimizerTraceTests",
        ["aten::_foreach_addcmul_.Scalar"] = "Optim.OptimizerTraceTests",
        ["aten::_foreach_div.ScalarList"] = "Optim.OptimizerTraceTests",
        ["aten::_foreach_div_.List"] = "Optim.OptimizerTraceTests",
        ["aten::_foreach_div_.ScalarList"] = "Optim.OptimizerTraceTests",
        ["aten::_foreach_maximum_.List"] = "Optim.OptimizerTraceTests",
        ["aten::_foreach_mul_.List"] = "Optim.OptimizerTraceTests",
        ["aten::_foreach_mul_.Scalar"] = "Optim.OptimizerTraceTests",
        ["aten::_foreach_neg"] = "Optim.OptimizerTraceTests",
        ["aten::_foreach_sqrt"] = "Optim.OptimizerTraceTests",
        ["aten::_foreach_sqrt_"] = "Optim.OptimizerTraceTests",
        ["aten::_foreach_zero_"] = "Optim.OptimizerTests",
    };

    [Fact]
    public void Every_operator_bound_is_called_by_a_case_with_reference_values_or_listed_with_the_test_that_calls_it()
    {
        var called = new ConcurrentDictionary<string, bool>();
        Op.Trace = op => called[op.Name] = true;
        try
        {
            foreach (var family in Families())
                family.RunAll();
        }
        finally
        {
            Op.Trace = null;
        }

        var bound = typeof(Aten).GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(field => field.GetValue(null)).OfType<Op>().ToList();
        Assert.True(bound.Count > 200, $"{bound.Count} operators");
        var missing = bound.Where(op => op.Exists).Select(op => op.Name).Where(name => !called.ContainsKey(name) && !ElsewhereTested.ContainsKey(name));
        Assert.Equal([], missing.Order());
        var superfluous = ElsewhereTested.Keys.Where(called.ContainsKey);
        Assert.Equal([], superfluous.Order());
    }

    private static IEnumerable<OperatorFamily> Families() =>
        typeof(OperatorFamily).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(OperatorFamily)))
            .Select(type => (OperatorFamily)Activator.CreateInstance(type)!);
}
