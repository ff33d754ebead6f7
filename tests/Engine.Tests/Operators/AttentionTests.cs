using static TorchSharp.torch.nn.functional;

namespace Engine.Tests.Operators;

public sealed class AttentionTests : OperatorFamily
{
    protected override string Family => "attention";

    protected override IReadOnlyList<OperatorCase> Cases { get; } =
    [
        .. new[] { "plain", "heads", "one head", "one query" }.Select(name => new OperatorCase(name, t => scaled_dot_product_attention(t[0], t[1], t[2]))),
        .. new[] { "causal", "causal, fewer queries" }.Select(name =>
            new OperatorCase(name, t => scaled_dot_product_attention(t[0], t[1], t[2], is_casual: true))),
        .. new[] { "mask", "mask of a batch", "mask of a blind query", "bias", "bias with infinities" }.Select(name =>
            new OperatorCase(name, t => scaled_dot_product_attention(t[0], t[1], t[2], t[3]))),
    ];

    [Fact]
    public void A_query_that_may_look_at_nothing_gets_zeros_and_gives_finite_gradients()
    {
        using var scope = NewDisposeScope();
        var q = tensor([0.3, -0.2, 1.0, 0.7], [2, 2], requires_grad: true);
        var k = tensor([0.1, 0.5, -0.4, 0.9], [2, 2]);
        var blind = tensor([1.0, 0.0, 0.0, 0.0], [2, 2]).to_type(ScalarType.Bool);
        var result = scaled_dot_product_attention(q, k, k, blind);
        result.sum().backward();
        Assert.Equal([0.1, 0.5, 0, 0], result.data<double>().ToArray());
        Assert.All(q.grad!.data<double>().ToArray(), g => Assert.Equal(0, g));
    }

    [Fact]
    public void Everything_dropped_leaves_nothing_and_nothing_dropped_leaves_everything()
    {
        using var scope = NewDisposeScope();
        var q = tensor([0.3, -0.2, 1.0, 0.7], [2, 2]);
        Assert.Equal([0, 0, 0, 0], scaled_dot_product_attention(q, q, q, p: 1).data<double>().ToArray());
        Assert.Equal(scaled_dot_product_attention(q, q, q).data<double>().ToArray(), scaled_dot_product_attention(q, q, q, p: 0).data<double>().ToArray());
    }

    [Fact]
    public void A_mask_besides_causality_and_impossible_dropout_are_refused()
    {
        using var scope = NewDisposeScope();
        var q = tensor([0.3, -0.2, 1.0, 0.7], [2, 2]);
        Assert.Equal("attn_mask", Assert.Throws<ArgumentException>(() => scaled_dot_product_attention(q, q, q, q, is_casual: true)).ParamName);
        Assert.Equal("p", Assert.Throws<ArgumentOutOfRangeException>(() => scaled_dot_product_attention(q, q, q, p: 1.5)).ParamName);
    }
}
