using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace Engine.Tests.Operators;

public sealed class LossesTests : OperatorFamily
{
    private static Tensor Signs => tensor([1.0, -1.0, 1.0, -1.0], [1, 4], dtype: ScalarType.Float32);

    protected override string Family => "losses";

    protected override IReadOnlyList<OperatorCase> Cases { get; } =
    [
        .. new[] { Reduction.None, Reduction.Mean, Reduction.Sum }.SelectMany(Reduced),
        new("smooth l1 defaults", t => smooth_l1_loss(t[0], t[1])),
        new("huber defaults", t => huber_loss(t[0], t[1])),
        new("mse broadcast", t => mse_loss(t[0], t[1])),
        new("l1 broadcast", t => l1_loss(t[0], t[1])),
        new("smooth l1 broadcast", t => smooth_l1_loss(t[0], t[1])),
        new("huber broadcast", t => huber_loss(t[0], t[1])),
        new("cross entropy weight", t => cross_entropy(t[0], t[1], Weights(t[0]))),
        new("cross entropy ignore", t => cross_entropy(t[0], t[1], ignore_index: 3)),
        new("cross entropy ignore default", t => cross_entropy(t[0], t[1])),
        new("cross entropy smoothing", t => cross_entropy(t[0], t[1], label_smoothing: 0.1)),
        new("cross entropy all", t => cross_entropy(t[0], t[1], Weights(t[0]), 0, Reduction.Sum, 0.2)),
        new("cross entropy probabilities", t => cross_entropy(t[0], t[1])),
        new("cross entropy sequence", t => cross_entropy(t[0], t[1])),
        new("cross entropy single", t => cross_entropy(t[0], t[1])),
        new("bce weight", t => binary_cross_entropy(t[0], t[1], Row(t[0], 0.3, 2.0))),
        new("bce logits weight", t => binary_cross_entropy_with_logits(t[0], t[1], Row(t[0], 0.3, 2.0, 1.0, 0.7), pos_weights: Row(t[0], 1.5, 0.5, 2.0, 1.0))),
        new("multi label soft margin weight", t => multilabel_soft_margin_loss(t[0], t[1], t[2])),
        new("multi margin squared", t => multi_margin_loss(t[0], t[1], 2, 0.7)),
        new("multi margin weight", t => multi_margin_loss(t[0], t[1], weight: Weights(t[0]))),
        new("triplet all", t => triplet_margin_loss(t[0], t[1], t[2], 2.5, 1, 1e-3, true)),
        new("triplet distance all", t => triplet_margin_with_distance_loss(t[0], t[1], t[2], (u, v) => (u - v).square().sum([1L]), 2.5, true)),
        new("poisson full", t => poisson_nll_loss(t[0], t[1], false, true, 1f / 1024)),
        new("gaussian full", t => gaussian_nll_loss(t[0], t[1], t[2], true)),
        new("ctc infinite", t => ctc_loss(t[0].log_softmax(2), Whole([1, 1, 1], 1, 3), Whole([3], 1), Whole([3], 1), 2, true)),
    ];

    private static IEnumerable<OperatorCase> Reduced(Reduction r)
    {
        var name = r switch { Reduction.None => "none", Reduction.Mean => "mean", _ => "sum" };
        return
        [
            new($"mse {name}", t => mse_loss(t[0], t[1], r)),
            new($"l1 {name}", t => l1_loss(t[0], t[1], r)),
            new($"smooth l1 {name}", t => smooth_l1_loss(t[0], t[1], r, 0.7)),
            new($"huber {name}", t => huber_loss(t[0], t[1], 1.3, r)),
            new($"cross entropy {name}", t => cross_entropy(t[0], t[1], reduction: r)),
            new($"nll {name}", t => nll_loss(t[0], t[1], reduction: r)),
            new($"nll weight {name}", t => nll_loss(t[0], t[1], Weights(t[0]), r)),
            new($"bce {name}", t => binary_cross_entropy(t[0], t[1], reduction: r)),
            new($"bce logits {name}", t => binary_cross_entropy_with_logits(t[0], t[1], reduction: r)),
            new($"kl {name}", t => kl_div(t[0], t[1], reduction: r)),
            new($"kl probabilities {name}", t => kl_div(t[0], t[1], false, r)),
            new($"cosine embedding {name}", t => cosine_embedding_loss(t[0], t[1], Signs.view(4).narrow(0, 0, 3), -0.9, r)),
            new($"hinge embedding {name}", t => hinge_embedding_loss(t[0], Signs, reduction: r)),
            new($"margin ranking {name}", t => margin_ranking_loss(t[0], t[1], Signs, 0.2, r)),
            new($"soft margin {name}", t => soft_margin_loss(t[0], Signs.expand(3, 4), r)),
            new($"multi margin {name}", t => multi_margin_loss(t[0], t[1], reduction: r)),
            new($"multi label margin {name}", t => multi_label_margin_loss(t[0], t[1], r)),
            new($"multi label soft margin {name}", t => multilabel_soft_margin_loss(t[0], t[1], reduction: r)),
            new($"triplet {name}", t => triplet_margin_loss(t[0], t[1], t[2], reduction: r)),
            new($"triplet distance {name}", t => triplet_margin_with_distance_loss(t[0], t[1], t[2], reduction: r)),
            new($"poisson {name}", t => poisson_nll_loss(t[0], t[1], reduction: r)),
            new($"gaussian {name}", t => gaussian_nll_loss(t[0], t[1], t[2], reduction: r)),
            new($"ctc {name}", t => ctc_loss(t[0].log_softmax(2), Whole([1, 2, 2, 2, 1, 0], 2, 3), Whole([6, 5], 2), Whole([3, 2], 2), reduction: r)),
        ];
    }

    private static Tensor Weights(Tensor like) => Row(like, 0.5, 2.0, 1.0, 0.3);

    private static Tensor Row(Tensor like, params double[] values) => tensor(values, [values.Length], dtype: like.dtype);

    private static Tensor Whole(double[] values, params long[] shape) => tensor(values, shape, dtype: ScalarType.Int64);
}
