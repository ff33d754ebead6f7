using System.Text.Json.Nodes;
using Kit.Foundation.Checkpoints;
using Kit.TestSupport;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kit.Tests.Foundation.Checkpoints;

public sealed class TrainingStateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public void A_network_and_its_optimiser_go_on_where_they_were_saved()
    {
        TensorEngine.Needed();
        using var scope = NewDisposeScope();
        var (policy, other) = (Network(3), Network(3));
        var (adam, otherAdam) = (optim.AdamW(policy.parameters(), 0.1), optim.AdamW(other.parameters(), 0.1));
        Train(policy, adam, steps: 3);
        using (var checkpoint = Saved(new() { { "policy", policy }, { "adam", adam } }))
        {
            Assert.Equal(["adam", "policy.0.bias", "policy.0.weight", "policy.1.bias", "policy.1.num_batches_tracked", "policy.1.running_mean",
                "policy.1.running_var", "policy.1.weight"], checkpoint.Tensors.Keys.Order(StringComparer.Ordinal));
            checkpoint.CopyTo("policy", other);
            checkpoint.CopyTo("adam", otherAdam);
        }

        Train(policy, adam, steps: 2);
        Train(other, otherAdam, steps: 2);
        foreach (var (name, tensor) in policy.state_dict())
            Assert.True(tensor.equal(other.state_dict()[name]).all().item<bool>(), name);
    }

    [SkippableFact]
    public void Another_network_is_refused_by_the_tensor_that_differs_and_stays_as_it_is()
    {
        TensorEngine.Needed();
        using var scope = NewDisposeScope();
        var wide = Network(4);
        var before = wide.state_dict()["0.weight"].clone();
        using var checkpoint = Saved(new() { { "policy", Network(3) } });
        Assert.Contains("'policy.0.bias' is Float32 [3] in the checkpoint of step 1 and Float32 [4] in the module",
            Assert.Throws<ArgumentException>(() => checkpoint.CopyTo("policy", wide)).Message, StringComparison.Ordinal);
        Assert.Contains("'policy.1.bias' is Float32 [3] in the checkpoint of step 1 and absent in the module",
            Assert.Throws<ArgumentException>(() => checkpoint.CopyTo("policy", nn.Sequential(nn.Linear(2, 3)))).Message, StringComparison.Ordinal);
        Assert.Contains("'value.0.bias' is absent", Assert.Throws<ArgumentException>(() => checkpoint.CopyTo("value", wide)).Message, StringComparison.Ordinal);
        Assert.True(before.equal(wide.state_dict()["0.weight"]).all().item<bool>());
    }

    [SkippableFact]
    public void What_is_no_optimiser_is_refused_by_its_name()
    {
        TensorEngine.Needed();
        using var scope = NewDisposeScope();
        using var checkpoint = Saved(new() { { "policy", zeros(2) } });
        using var adam = optim.Adam(Network(3).parameters());
        Assert.Contains("'adam' is absent", Assert.Throws<ArgumentException>(() => checkpoint.CopyTo("adam", adam)).Message, StringComparison.Ordinal);
        Assert.Contains("'policy' is Float32 [2]", Assert.Throws<ArgumentException>(() => checkpoint.CopyTo("policy", adam)).Message, StringComparison.Ordinal);
    }

    private Checkpoint Saved(Dictionary<string, Tensor> tensors)
    {
        var store = new CheckpointStore(_folder.Path);
        store.Save(1, tensors, new JsonObject());
        return store.LoadNewest()!;
    }

    private static Sequential Network(long width) => nn.Sequential(nn.Linear(2, width), nn.BatchNorm1d(width));

    private static void Train(Sequential network, OptimizerHelper optimizer, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            optimizer.zero_grad();
            network.forward(arange(8).reshape(4, 2).to(ScalarType.Float32)).pow(2).sub(1).pow(2).mean().backward();
            optimizer.step();
        }
    }
}
