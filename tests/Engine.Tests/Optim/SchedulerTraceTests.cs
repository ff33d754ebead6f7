using System.Text.Json;
using TorchSharp.Modules;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler;

namespace Engine.Tests.Optim;

/// <summary>Thirty steps of every schedule, compared with Python's torch; tests/reference/engine/schedulers.py says what is watched.</summary>
public sealed class SchedulerTraceTests
{
    private static readonly Dictionary<string, Func<Optimizer, LRScheduler>> s_schedules = new()
    {
        ["step"] = o => StepLR(o, 7, 0.3),
        ["multi step"] = o => MultiStepLR(o, [3, 11, 11, 25], 0.5),
        ["exponential"] = o => ExponentialLR(o, 0.9),
        ["cosine"] = o => CosineAnnealingLR(o, 12, 0.001),
        ["linear"] = o => LinearLR(o, 0.1, 0.8, 10),
        ["linear defaults"] = o => LinearLR(o),
        ["constant"] = o => ConstantLR(o, 0.25, 6),
        ["polynomial"] = o => PolynomialLR(o, 20, 2),
        ["lambda"] = o => LambdaLR(o, t => Math.Pow(0.95, t)),
        ["lambdas"] = o => new impl.LambdaLR(o, [t => 1.0 / (1 + t), t => Math.Min(1.0, (t + 1) / 10.0)]),
        ["multiplicative"] = o => MultiplicativeLR(o, t => t % 2 != 0 ? 0.9 : 1.05),
        ["one cycle"] = o => OneCycleLR(o, 0.5, 31),
        ["one cycle betas"] = o => OneCycleLR(o, [0.5, 0.2], epochs: 8, steps_per_epoch: 4, pct_start: 0.4,
            anneal_strategy: impl.OneCycleLR.AnnealStrategy.Linear),
        ["one cycle three phases"] = o => OneCycleLR(o, 0.5, 31, three_phase: true, div_factor: 10, final_div_factor: 100, base_momentum: 0.7,
            max_momentum: 0.9),
        ["cyclic"] = o => CyclicLR(o, 0.01, 0.1, 5, 8),
        ["cyclic triangular2"] = o => CyclicLR(o, 0.01, 0.1, 4, mode: impl.CyclicLR.Mode.Triangular2, base_momentum: 0.6, max_momentum: 0.95),
        ["cyclic range"] = o => CyclicLR(o, [0.01, 0.001], [0.1, 0.05], 4, mode: impl.CyclicLR.Mode.ExpRange, gamma: 0.95),
        ["cyclic own scale"] = o => CyclicLR(o, 0.01, 0.1, 4, scale_fn: x => 1 / (1 + x), scale_mode: impl.CyclicLR.ScaleMode.Iterations,
            cycle_momentum: false),
        ["sequential"] = o => SequentialLR(o, [LinearLR(o, 0.1, total_iters: 5), ExponentialLR(o, 0.9), CosineAnnealingLR(o, 8)], [5, 15]),
        ["chained"] = o => ChainedLR([LinearLR(o, 0.2, total_iters: 6), ExponentialLR(o, 0.95)]),
        ["plateau"] = o => ReduceLROnPlateau(o, factor: 0.5, patience: 3),
        ["plateau all"] = o => ReduceLROnPlateau(o, "max", 0.3, 1, 0.01, "abs", 2, [0.001, 0.005]),
    };

    public static TheoryData<string> Names => [.. s_schedules.Keys];

    [Fact]
    public void Every_reference_trace_is_followed_here_and_the_other_way_round() =>
        Assert.Equal(Traces().Keys.Order(), s_schedules.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Rates_before_and_after_each_of_thirty_steps_equal_those_of_pythons_torch(string name)
    {
        using var first = new Parameter(zeros());
        using var second = new Parameter(zeros());
        using var optimizer = Make(name is "one cycle betas" or "cyclic own scale", first, second);
        var schedule = s_schedules[name](optimizer);
        var expected = Traces()[name];
        for (var t = 0; t < expected.Length; t++)
        {
            if (t > 0 && schedule is impl.ReduceLROnPlateau)
                schedule.step(Math.Max(1 - 0.1 * t, 0.3) + 0.001 * Math.Cos(t));
            else if (t > 0)
                schedule.step();
            var groups = optimizer.ParamGroups.ToArray();
            var actual = groups.Select(g => g.LearningRate).ToList();
            if (expected[t].Length > 2)
                actual.Add(groups[0] is IMomentum m ? m.Momentum : ((IBetas)groups[0]).Betas.Item1);
            for (var i = 0; i < actual.Count; i++)
                Assert.True(Math.Abs(actual[i] - expected[t][i]) <= 1e-12, $"step {t}, value {i}: {actual[i]:R}, expected {expected[t][i]:R}");
            if (schedule is not impl.ReduceLROnPlateau || t > 0)
                Assert.Equal(actual.Take(2), schedule.get_last_lr());
        }
    }

    private static Tensor zeros() => tensor([0.0], [1], dtype: ScalarType.Float64);

    private static Optimizer Make(bool adam, Parameter first, Parameter second) => adam
        ? Adam([new Adam.ParamGroup([first], new Adam.Options { LearningRate = 0.1 }), new Adam.ParamGroup([second], new Adam.Options { LearningRate = 0.02 })], 1)
        : SGD([new SGD.ParamGroup([first], new SGD.Options { LearningRate = 0.1 }), new SGD.ParamGroup([second], new SGD.Options { LearningRate = 0.02 })], 1, 0.5);

    private static Dictionary<string, double[][]> Traces()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.At("tests", "reference", "engine", "schedulers.json")));
        return document.RootElement.GetProperty("traces").EnumerateArray().ToDictionary(
            t => t.GetProperty("name").GetString()!,
            t => t.GetProperty("steps").EnumerateArray().Select(row => row.EnumerateArray().Select(n => n.GetDouble()).ToArray()).ToArray());
    }
}
