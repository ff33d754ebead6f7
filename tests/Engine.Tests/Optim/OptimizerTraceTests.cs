using System.Text.Json;
using TorchSharp.Modules;
using static TorchSharp.torch.optim;

namespace Engine.Tests.Optim;

/// <summary>Twenty steps of every optimizer and option, compared with Python's torch; tests/reference/engine/optimizers.py says what the steps are.</summary>
public sealed class OptimizerTraceTests
{
    private static readonly Dictionary<string, Func<Parameter[], Optimizer>> s_optimizers = new()
    {
        ["sgd"] = p => SGD(p, 0.1),
        ["sgd momentum"] = p => SGD(p, 0.1, momentum: 0.9),
        ["sgd dampening"] = p => SGD(p, 0.1, momentum: 0.9, dampening: 0.3),
        ["sgd nesterov"] = p => SGD(p, 0.1, momentum: 0.8, nesterov: true),
        ["sgd decay"] = p => SGD(p, 0.1, weight_decay: 0.2),
        ["sgd all"] = p => SGD(p, 0.1, momentum: 0.9, nesterov: true, weight_decay: 0.1, maximize: true),
        ["adam"] = p => Adam(p, 0.01),
        ["adam betas"] = p => Adam(p, 0.02, 0.7, 0.9, 1e-3),
        ["adam decay"] = p => Adam(p, 0.01, weight_decay: 0.1),
        ["adam amsgrad"] = p => Adam(p, 0.01, amsgrad: true),
        ["adam all"] = p => Adam(p, 0.03, 0.8, 0.95, weight_decay: 0.05, amsgrad: true, maximize: true),
        ["adam groups"] = p => Adam(
            [
                new Adam.ParamGroup(p[..1], new Adam.Options { LearningRate = 0.1 }),
                new Adam.ParamGroup(p[1..], new Adam.Options { beta1 = 0.5, beta2 = 0.9 }),
            ], 0.01, weight_decay: 0.01),
        ["adamw"] = p => AdamW(p, 0.01),
        ["adamw betas"] = p => AdamW(p, 0.02, 0.7, 0.9, 1e-3),
        ["adamw decay"] = p => AdamW(p, 0.01, weight_decay: 0.1),
        ["adamw amsgrad"] = p => AdamW(p, 0.01, amsgrad: true),
        ["adamw all"] = p => AdamW(p, 0.03, 0.8, 0.95, weight_decay: 0.05, amsgrad: true, maximize: true),
        ["adamw groups"] = p => AdamW(
            [
                new AdamW.ParamGroup(p[..1], new AdamW.Options { LearningRate = 0.1 }),
                new AdamW.ParamGroup(p[1..], new AdamW.Options { beta1 = 0.5, beta2 = 0.9 }),
            ], 0.01, weight_decay: 0.01),
        ["rmsprop"] = p => RMSProp(p, 0.01),
        ["rmsprop momentum"] = p => RMSProp(p, 0.01, momentum: 0.9, alpha: 0.95),
        ["rmsprop centered"] = p => RMSProp(p, 0.01, centered: true, eps: 1e-4),
        ["rmsprop all"] = p => RMSProp(p, 0.01, 0.9, 1e-3, weight_decay: 0.1, momentum: 0.5, centered: true, maximize: true),
        ["adagrad"] = p => Adagrad(p),
        ["adagrad all"] = p => Adagrad(p, 0.1, 0.05, 0.1, 0.2, 1e-6),
        ["adamax"] = p => Adamax(p),
        ["adamax all"] = p => Adamax(p, 0.02, 0.8, 0.9, 1e-3, 0.1),
        ["adadelta"] = p => Adadelta(p),
        ["adadelta all"] = p => Adadelta(p, 0.5, 0.8, 1e-4, 0.1, maximize: true),
        ["nadam"] = p => NAdam(p),
        ["nadam all"] = p => NAdam(p, 0.02, 0.8, 0.9, 1e-3, 0.1, 0.01),
        ["radam"] = p => RAdam(p, 0.02),
        ["radam all"] = p => RAdam(p, 0.05, 0.8, 0.9, 1e-3, 0.1),
        ["rprop"] = p => Rprop(p),
        ["rprop all"] = p => Rprop(p, 0.02, 0.6, 1.1, 1e-3, 0.03, maximize: true),
    };

    [Fact]
    public void Every_reference_trace_is_followed_here_and_the_other_way_round() =>
        Assert.Equal(Traces().Select(t => t.Name).Distinct().Order(), s_optimizers.Keys.Order());

    [Fact]
    public void Parameters_after_each_of_twenty_steps_equal_those_of_pythons_torch()
    {
        var failures = Traces().Select(trace => Follow(trace) is { } failure ? $"{trace.Name}, {trace.Dtype}: {failure}" : null).OfType<string>().ToList();
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static string? Follow(Trace trace)
    {
        using var scope = NewDisposeScope();
        using var a = Start(trace.Dtype, [11], 0);
        using var b = new Parameter(Values(trace.Dtype, [3, 2], i => Math.Sin(0.9 * i + 0.3), 11).t().contiguous().t());
        using var c = Start(trace.Dtype, [2], 17);
        var untouched = Numbers(c);
        using var optimizer = s_optimizers[trace.Name]([a, b, c]);
        for (var t = 0; t < trace.Steps.Length; t++)
        {
            var step = t;
            double Gradient(int i) => Math.Cos(1.3 * step + 0.7 * i) * (1 + 0.1 * i);
            a.grad = Values(trace.Dtype, [11], Gradient, 0);
            b.grad = Values(trace.Dtype, [3, 2], Gradient, 11);
            Assert.Null(optimizer.step());
            var actual = Numbers(a).Concat(Numbers(b)).ToArray();
            var tolerance = trace.Dtype switch { ScalarType.Float64 => 1e-12, ScalarType.Float32 => 1e-6, _ => 2e-2 };
            for (var i = 0; i < actual.Length; i++)
                if (!(Math.Abs(actual[i] - trace.Steps[t][i]) <= tolerance * (1 + Math.Abs(trace.Steps[t][i]))))
                    return $"step {t + 1}, element {i}: {actual[i]:R}, expected {trace.Steps[t][i]:R}";
        }

        return untouched.SequenceEqual(Numbers(c)) ? null : "a parameter without gradient has changed";
    }

    private static Parameter Start(ScalarType dtype, long[] shape, int first) => new(Values(dtype, shape, i => Math.Sin(0.9 * i + 0.3), first));

    private static Tensor Values(ScalarType dtype, long[] shape, Func<int, double> value, int first) =>
        tensor(Enumerable.Range(first, (int)shape.Aggregate(1L, (x, y) => x * y)).Select(value).ToArray(), shape, dtype: ScalarType.Float64).to_type(dtype);

    private static double[] Numbers(Tensor tensor) => tensor.detach().to_type(ScalarType.Float64).contiguous().data<double>().ToArray();

    private static IEnumerable<Trace> Traces()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.At("tests", "reference", "engine", "optimizers.json")));
        return [.. document.RootElement.GetProperty("traces").EnumerateArray().Select(t => new Trace(
            t.GetProperty("name").GetString()!,
            t.GetProperty("dtype").GetString() switch { "float64" => ScalarType.Float64, "float32" => ScalarType.Float32, _ => ScalarType.BFloat16 },
            [.. t.GetProperty("steps").EnumerateArray().Select(row => row.EnumerateArray().Select(n => n.GetDouble()).ToArray())]))];
    }

    private sealed record Trace(string Name, ScalarType Dtype, double[][] Steps);
}
