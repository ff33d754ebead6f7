using TorchSharp.Modules;
using TorchSharp.Native;
using static TorchSharp.torch.optim;

namespace Engine.Tests.Internals;

[Collection(Alone.Name)]
public sealed class OptimizerInternalsTests
{
    public static TheoryData<string> Kinds => ["sgd", "adam", "adamw", "adam of half precision", "rmsprop", "adagrad", "adamax", "adadelta", "nadam", "radam", "rprop"];

    [Fact]
    public unsafe void Moving_an_optimizer_to_where_it_is_leaves_as_many_tensors_as_before()
    {
        using var p = new Parameter(ones(3));
        using var optimizer = Adam([p]);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = *Api.Instance.LiveTensors;
        ((OptimizerHelper)optimizer).to(CPU);
        Assert.Equal(before, *Api.Instance.LiveTensors);
        p.grad = ones(3);
        optimizer.step();
        Assert.All(p.data<float>().ToArray(), v => Assert.Equal(0.999, v, 1e-6));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Two_hundred_steps_leave_native_memory_exactly_as_it_was(string kind)
    {
        using var scope = NewDisposeScope();
        var dtype = kind == "adam of half precision" ? ScalarType.BFloat16 : ScalarType.Float32;
        Parameter[] p = [new(zeros([64, 32], dtype: dtype)), new(zeros([64], dtype: dtype))];
        foreach (var one in p)
            one.grad = ones(one.shape, dtype: dtype);
        using Optimizer optimizer = kind switch
        {
            "sgd" => SGD(p, 0.1, momentum: 0.9, weight_decay: 0.1, nesterov: true),
            "adam" or "adam of half precision" => Adam(p, amsgrad: true, weight_decay: 0.1),
            "adamw" => AdamW(p, weight_decay: 0.1),
            "rmsprop" => RMSProp(p, momentum: 0.9, centered: true, weight_decay: 0.1),
            "adagrad" => Adagrad(p, weight_decay: 0.1),
            "adamax" => Adamax(p, weight_decay: 0.1),
            "adadelta" => Adadelta(p, weight_decay: 0.1),
            "nadam" => NAdam(p, weight_decay: 0.1),
            "radam" => RAdam(p, weight_decay: 0.1),
            _ => Rprop(p),
        };
        optimizer.step();
        optimizer.zero_grad();
        // Garbage of earlier tests must not be finalized meanwhile.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = (scope.DisposablesCount, Native());
        for (var i = 0; i < 200; i++)
        {
            optimizer.step();
            optimizer.zero_grad();
        }

        Assert.Equal(before, (scope.DisposablesCount, Native()));
    }

    [Fact]
    public unsafe void A_step_on_three_threads_equals_one_on_one()
    {
        var api = Api.Instance;
        var before = api.GetNumThreads();
        try
        {
            var results = new List<float[]>();
            foreach (var threads in new[] { 1, 3 })
            {
                api.Check(api.SetNumThreads(threads), "set_num_threads");
                using var scope = NewDisposeScope();
                var p = new Parameter(arange(300_001, dtype: ScalarType.Float32));
                p.grad = arange(300_001, dtype: ScalarType.Float32).cos();
                using var adam = Adam([p], 0.1);
                adam.step();
                adam.step();
                results.Add(p.detach().data<float>().ToArray());
            }

            Assert.Equal(results[0], results[1]);
        }
        finally
        {
            api.Check(api.SetNumThreads(before), "set_num_threads");
        }
    }

    private static unsafe (long Bytes, long Tensors) Native() => (*Api.Instance.LiveBytes, *Api.Instance.LiveTensors);
}
