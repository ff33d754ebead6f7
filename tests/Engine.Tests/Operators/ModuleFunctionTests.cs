using F = TorchSharp.torch.nn.functional;

namespace Engine.Tests.Operators;

/// <summary>torch.nn.functional, less losses and attention.</summary>
public sealed class ModuleFunctionTests : OperatorFamily
{
    protected override string Family => "modules";

    protected override IReadOnlyList<OperatorCase> Cases { get; } =
    [
        .. WithInPlace("celu", (x, inplace) => F.celu(x, 1.5, inplace)),
        .. WithInPlace("elu", (x, inplace) => F.elu(x, 0.7, inplace)),
        .. WithInPlace("hardsigmoid", F.hardsigmoid),
        .. WithInPlace("hardswish", F.hardswish),
        .. WithInPlace("hardtanh", (x, inplace) => F.hardtanh(x, -0.5, 0.9, inplace)),
        .. WithInPlace("leaky_relu", (x, inplace) => F.leaky_relu(x, 0.2, inplace)),
        .. WithInPlace("mish", F.mish),
        .. WithInPlace("relu", F.relu),
        .. WithInPlace("relu6", F.relu6),
        .. WithInPlace("selu", F.selu),
        .. WithInPlace("silu", F.silu),
        .. WithInPlace("threshold", (x, inplace) => F.threshold(x, 0.3, -1.25, inplace)),
        .. WithInPlace("rrelu", (x, inplace) => F.rrelu(x, 0.1, 0.4, inplace)),
        .. WithInPlace("sigmoid", F.sigmoid),
        .. WithInPlace("tanh", F.tanh),
        .. WithInPlace("gelu", F.gelu),
        new("gelu tanh", t => F.gelu(t[0], TorchSharp.Modules.GELU.Approximate.tanh)),
        new("glu", t => F.glu(t[0], 1)),
        new("hardshrink", t => F.hardshrink(t[0], 0.4)),
        new("softshrink", t => F.softshrink(t[0], 0.4)),
        new("logsigmoid", t => F.logsigmoid(t[0])),
        new("softplus", t => F.softplus(t[0], 2, 3)),
        new("softsign", t => F.softsign(t[0])),
        new("tanhshrink", t => F.tanhshrink(t[0])),
        new("prelu", t => F.prelu(t[0], t[1])),
        new("softmax", t => F.softmax(t[0], 1)),
        new("softmax dtype", t => F.softmax(t[0], 0, ScalarType.Float64)),
        new("log_softmax", t => F.log_softmax(t[0], -1)),
        new("softmin", t => F.softmin(t[0], 1)),

        new("linear", t => F.linear(t[0], t[1], t[2])),
        new("linear without bias", t => F.linear(t[0], t[1])),
        new("bilinear", t => F.bilinear(t[0], t[1], t[2], t[3])),
        new("cosine_similarity", t => F.cosine_similarity(t[0], t[1])),
        new("pairwise_distance", t => F.pairwise_distance(t[0], t[1], 3, keepdim: true)),
        new("normalize", t => F.normalize(t[0])),
        new("normalize p 1 dim 0", t => F.normalize(t[0], 1, 0)),
        new("one_hot", t => F.one_hot(t[0], 5)),
        new("one_hot of the largest", t => F.one_hot(t[0])),

        .. Dropouts("dropout", F.dropout),
        .. Dropouts("alpha_dropout", F.alpha_dropout),
        .. Dropouts("feature_alpha_dropout", F.feature_alpha_dropout),
        new("dropout1d", t => F.dropout1d(t[0], 0)),
        new("dropout1d unbatched", t => F.dropout1d(t[0], 1)),
        new("dropout2d", t => F.dropout2d(t[0], 1, true, true)),
        new("dropout3d", t => F.dropout3d(t[0], 0)),

        new("conv1d", t => F.conv1d(t[0], t[1], t[2], 2, 1, 1)),
        new("conv1d same", t => F.conv1d_padding(t[0], t[1], null, 1, Padding.Same, 2, 3)),
        new("conv2d", t => F.conv2d(t[0], t[1], t[2], [2, 1], [1, 0], [1, 2])),
        new("conv2d groups", t => F.conv2d(t[0], t[1], groups: 2)),
        new("conv2d same", t => F.conv2d_padding(t[0], t[1], t[2], padding: Padding.Same)),
        new("conv2d valid", t => F.conv2d_padding(t[0], t[1], strides: [2, 2])),
        new("conv3d", t => F.conv3d(t[0], t[1], t[2], [1, 1, 1], [1, 1, 1])),
        new("conv3d same", t => F.conv3d_padding(t[0], t[1], padding: Padding.Same)),
        new("conv_transpose1d", t => F.conv_transpose1d(t[0], t[1], t[2], 2, 1, 1)),
        new("conv_transpose2d", t => F.conv_transpose2d(t[0], t[1], t[2], [2, 2], [1, 1], [1, 1], [2, 2])),
        new("conv_transpose3d", t => F.conv_transpose3d(t[0], t[1], padding: [1, 1, 1])),

        new("max_pool1d", t => F.max_pool1d(t[0], 3, 2, 1)),
        new("max_pool1d indices", t => Both(F.max_pool1d_with_indices(t[0], 2))),
        new("max_pool2d", t => F.max_pool2d(t[0], (2, 3), (2, 1), (1, 1))),
        new("max_pool2d square", t => F.max_pool2d(t[0], 2, ceil_mode: true)),
        new("max_pool2d indices", t => Both(F.max_pool2d_with_indices(t[0], [2, 2]))),
        new("max_pool3d", t => F.max_pool3d(t[0], [2, 2, 2], [1, 1, 1])),
        new("max_pool3d indices", t => Both(F.max_pool3d_with_indices(t[0], [2, 2, 2]))),
        new("avg_pool1d", t => F.avg_pool1d(t[0], 3, 2, 1, count_include_pad: false)),
        new("avg_pool2d", t => F.avg_pool2d(t[0], (2, 3), (1, 2), (1, 1))),
        new("avg_pool2d divisor", t => F.avg_pool2d(t[0], 2, divisor_override: 3)),
        new("avg_pool3d", t => F.avg_pool3d(t[0], [2, 2, 2])),
        new("adaptive_avg_pool1d", t => F.adaptive_avg_pool1d(t[0], 3)),
        new("adaptive_avg_pool2d", t => F.adaptive_avg_pool2d(t[0], (2, 3))),
        new("adaptive_avg_pool2d 1", t => F.adaptive_avg_pool2d(t[0], 1)),
        new("adaptive_avg_pool3d", t => F.adaptive_avg_pool3d(t[0], 2)),
        new("adaptive_max_pool1d", t => F.adaptive_max_pool1d(t[0], 3)),
        new("adaptive_max_pool2d", t => Both(F.adaptive_max_pool2d_with_indices(t[0], [2, 3]))),

        new("batch_norm", t => F.batch_norm(t[0], null, null, t[1], t[2], true)),
        new("batch_norm running", t => F.batch_norm(t[0], t[1], t[2], eps: 1e-3)),
        new("group_norm", t => F.group_norm(t[0], 2, t[1], t[2])),
        new("instance_norm", t => F.instance_norm(t[0], null, null, t[1], t[2])),
        new("layer_norm", t => F.layer_norm(t[0], [3, 4], t[1], t[2])),
        new("layer_norm plain", t => F.layer_norm(t[0], [4], eps: 1e-3)),

        new("pad constant", t => F.pad(t[0], (1, 2, 0, 1), value: 2.5)),
        new("pad cut", t => F.pad(t[0], (-1, 1))),
        new("pad zeros", t => F.pad(t[0], 1, PaddingModes.Zeros)),
        new("pad reflect", t => F.pad(t[0], (2, 1), PaddingModes.Reflect)),
        new("pad replicate", t => F.pad(t[0], (1, 2, 1, 0), PaddingModes.Replicate)),
        new("pad circular", t => F.pad(t[0], (1, 2), PaddingModes.Circular)),
        new("pixel_shuffle", t => F.pixel_shuffle(t[0], 2)),
        new("pixel_unshuffle", t => F.pixel_unshuffle(t[0], 2)),
        new("unfold", t => F.unfold(t[0], (2, 3), (1, 1), (1, 0), (1, 2))),
        new("fold", t => F.fold(t[0], (4, 5), (2, 2))),
    ];

    private static OperatorCase[] WithInPlace(string name, Func<Tensor, bool, Tensor> function) =>
    [
        new(name, t => function(t[0], false)),
        new(name + " in place", t =>
        {
            var copy = t[0].clone();
            Assert.Same(copy, function(copy, true));
            return copy;
        }),
    ];

    private static OperatorCase[] Dropouts(string name, Func<Tensor, double, bool, bool, Tensor> function) =>
    [
        new(name + " outside training", t => function(t[0], 0.5, false, false)),
        new(name + " p 0", t => function(t[0], 0, true, false)),
        new(name + " p 1 in place", t => function(t[0].clone(), 1, true, true)),
    ];

    private static Tensor[] Both((Tensor, Tensor) pair) => [pair.Item1, pair.Item2];
}
