using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.functional;

namespace Engine.Tests.Optim;

public sealed class LossModuleTests
{
    /// <summary>The functions are compared with Python's in Operators/LossesTests; a module must hand its options to them.</summary>
    [Fact]
    public void Every_module_gives_what_its_function_gives_for_its_options()
    {
        using var scope = NewDisposeScope();
        var (a, b, c) = (Ramp(0.3), Ramp(1.1), Ramp(2.7));
        var (classes, unit, signs) = (Whole(1, 3, 0), Ramp(0.9).sigmoid(), Ramp(4.2).sign());
        var weight = tensor([0.5, 2.0, 1.0, 0.3], [4]);
        const Reduction sum = Reduction.Sum;
        Same(mse_loss(a, b, sum), MSELoss(sum).call(a, b));
        Same(l1_loss(a, b, sum), L1Loss(sum).call(a, b));
        Same(smooth_l1_loss(a, b, sum, 0.4), SmoothL1Loss(sum, 0.4).call(a, b));
        Same(huber_loss(a, b, 0.6, sum), HuberLoss(0.6, sum).call(a, b));
        Same(cross_entropy(a, classes, weight, 3, sum, 0.2), new TorchSharp.Modules.CrossEntropyLoss(weight, 3, sum, 0.2).call(a, classes));
        Same(cross_entropy(a, classes), CrossEntropyLoss().call(a, classes));
        Same(nll_loss(a, classes, weight, sum), NLLLoss(weight, sum).call(a, classes));
        Same(binary_cross_entropy(unit, unit, weight, sum), BCELoss(weight, sum).call(unit, unit));
        Same(binary_cross_entropy_with_logits(a, unit, weight, sum, weight * 2), BCEWithLogitsLoss(weight, sum, weight * 2).call(a, unit));
        Same(kl_div(a, unit, false, sum), KLDivLoss(false, sum).call(a, unit));
        Same(cosine_embedding_loss(a, b, signs.select(1, 0), -0.5, sum), CosineEmbeddingLoss(-0.5, sum).call(a, b, signs.select(1, 0)));
        Same(hinge_embedding_loss(a, signs, 0.7, sum), HingeEmbeddingLoss(0.7, sum).call(a, signs));
        Same(margin_ranking_loss(a, b, signs, 0.7, sum), MarginRankingLoss(0.7, sum).call(a, b, signs));
        Same(multi_label_margin_loss(a, Whole(1, 2, -1, 0, 3, -1, 0, 0, 0, 1, 2, -1).view(3, 4), sum),
            MultiLabelMarginLoss(sum).call(a, Whole(1, 2, -1, 0, 3, -1, 0, 0, 0, 1, 2, -1).view(3, 4)));
        Same(multilabel_soft_margin_loss(a, unit, weight, sum), MultiLabelSoftMarginLoss(weight, sum).call(a, unit));
        Same(multi_margin_loss(a, classes, 2, 0.6, weight, sum), MultiMarginLoss(2, 0.6, weight, sum).call(a, classes));
        Same(soft_margin_loss(a, signs, sum), SoftMarginLoss(sum).call(a, signs));
        Same(triplet_margin_loss(a, b, c, 2.5, 1, 1e-3, true, sum), TripletMarginLoss(2.5, 1, 1e-3, true, sum).call(a, b, c));
        static Tensor Distance(Tensor u, Tensor v) => (u - v).abs().sum([1L]);
        Same(triplet_margin_with_distance_loss(a, b, c, Distance, 3, true, sum), TripletMarginWithDistanceLoss(Distance, 3, true, sum).call(a, b, c));
        Same(poisson_nll_loss(unit, unit, false, true, 0.25f, sum), PoissonNLLLoss(false, true, 0.25f, sum).call(unit, unit));
        Same(gaussian_nll_loss(a, b, unit, true, 0.5f, sum), GaussianNLLLoss(true, 0.5f, sum).call(a, b, unit));
        var paths = Ramp(0.2, 6, 2, 3).log_softmax(2);
        var (texts, lengths, sizes) = (Whole(1, 2, 2, 2, 1, 0).view(2, 3), Whole(6, 5), Whole(3, 2));
        Same(ctc_loss(paths, texts, lengths, sizes, 0, true, sum), CTCLoss(0, true, sum).call(paths, texts, lengths, sizes));
    }

    [Fact]
    public void A_cross_entropy_of_equal_logits_is_the_logarithm_of_their_number()
    {
        using var logits = zeros([2, 5], dtype: ScalarType.Float64);
        using var target = Whole(4, 0);
        using var loss = cross_entropy(logits, target);
        Assert.Equal(Math.Log(5), loss.item<double>(), 12);
    }

    [Fact]
    public void Shapes_that_do_not_fit_and_negative_variances_are_named()
    {
        using var scope = NewDisposeScope();
        var (a, wide) = (Ramp(0.3), Ramp(0.3, 4, 4));
        Assert.Equal("target", Assert.Throws<ArgumentException>(() => binary_cross_entropy(a, wide)).ParamName);
        Assert.Equal("target", Assert.Throws<ArgumentException>(() => binary_cross_entropy_with_logits(a, wide)).ParamName);
        Assert.Equal("variance", Assert.Throws<ArgumentException>(() => gaussian_nll_loss(a, a, -a.abs() - 1)).ParamName);
        Assert.ThrowsAny<Exception>(() => cross_entropy(a, Whole(1, 9, 0)));
        Assert.ThrowsAny<Exception>(() => mse_loss(a, wide));
    }

    private static Tensor Ramp(double start, params long[] shape)
    {
        long[] sizes = shape.Length == 0 ? [3, 4] : shape;
        var count = (int)sizes.Aggregate(1L, (x, y) => x * y);
        return tensor(Enumerable.Range(0, count).Select(i => 1.7 * Math.Sin(start + 1.3 * i)).ToArray(), sizes);
    }

    private static Tensor Whole(params double[] values) => tensor(values, [values.Length], dtype: ScalarType.Int64);

    private static void Same(Tensor expected, Tensor actual)
    {
        var value = expected.item<double>();
        Assert.True(double.IsFinite(value) && value != 0, $"{value} tells nothing");
        Assert.Equal(value, actual.item<double>());
    }
}
