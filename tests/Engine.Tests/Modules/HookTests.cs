using static Engine.Tests.Modules.StateDictTests;
using static TorchSharp.torch.nn;

namespace Engine.Tests.Modules;

public sealed class HookTests
{
    [Fact]
    public void Hooks_run_around_call_in_the_order_of_their_registration_until_removed()
    {
        using var module = Identity();
        var told = new List<string>();
        module.register_forward_pre_hook(_ => told.Add("module before"));
        module.register_forward_pre_hook((_, x) =>
        {
            told.Add("before");
            return x + 1;
        });
        var after = module.register_forward_hook((_, x, y) =>
        {
            told.Add($"after {x.item<float>()} {y.item<float>()}");
            return y * 10;
        });
        module.register_forward_hook(_ => told.Add("module after"));

        Assert.Equal([20f], Values(module.call(ones(1))));
        Assert.Equal(["module before", "before", "after 2 2", "module after"], told);
        after.remove();
        after.remove();
        Assert.Equal([2f], Values(module.call(ones(1))));
        Assert.Equal([1f], Values(module.forward(ones(1))));
    }

    [Fact]
    public void A_hook_that_returns_null_changes_nothing()
    {
        using var module = Tanh();
        module.register_forward_pre_hook((_, _) => null!);
        module.register_forward_hook((_, _, _) => null!);
        Assert.Equal([0f], Values(module.call(zeros(1))));
    }

    [Fact]
    public void A_hook_before_a_module_of_two_arguments_may_replace_both()
    {
        using var module = CosineSimilarity(0);
        using var x = tensor(new float[] { 1, 0 });
        using var y = tensor(new float[] { 0, 1 });
        Assert.Equal(0, module.call(x, y).item<float>(), 1e-6f);
        module.register_forward_pre_hook((_, a, _) => (a, a));
        Assert.Equal(1, module.call(x, y).item<float>(), 1e-6f);
    }
}
