using TorchSharp.Modules;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.init;

namespace Engine.Tests.Operators;

/// <summary>Layers for a seed: their initial values, and what they compute with them. Alone, because the seed is the process's.</summary>
[Collection(Alone.Name)]
public sealed class LayerTests : OperatorFamily
{
    private const long Seed = 1234;

    protected override string Family => "layers";

    protected override IReadOnlyList<OperatorCase> Cases { get; } =
    [
        Initial("Linear", () => Linear(5, 3)),
        Initial("Linear without bias", () => Linear(17, 4, false)),
        Initial("Bilinear", () => Bilinear(2, 3, 4)),
        Initial("Embedding", () => Embedding(7, 5)),
        Initial("Embedding padding", () => Embedding(4, 3, padding_idx: 1)),
        Initial("Conv1d", () => Conv1d(2, 4, 3, groups: 2)),
        Initial("Conv2d", () => Conv2d(3, 4, (3, 2))),
        Initial("Conv3d", () => Conv3d(1, 2, 2, bias: false)),
        Initial("ConvTranspose1d", () => ConvTranspose1d(2, 4, 3, groups: 2)),
        Initial("ConvTranspose2d", () => ConvTranspose2d(2, 3, 3)),
        Initial("ConvTranspose3d", () => ConvTranspose3d(2, 1, 2)),
        Initial("LayerNorm", () => LayerNorm([2, 3])),
        Initial("GroupNorm", () => GroupNorm(2, 4)),
        Initial("BatchNorm2d", () => BatchNorm2d(3)),
        Initial("RNN", () => RNN(3, 4, 2, bidirectional: true)),
        Initial("GRU", () => GRU(3, 4, bias: false)),
        Initial("LSTM", () => LSTM(3, 4, 2)),
        Initial("LSTMCell", () => LSTMCell(3, 4)),
        Initial("MultiheadAttention", () => MultiheadAttention(6, 2)),
        Initial("MultiheadAttention kdim", () => MultiheadAttention(6, 2, bias: false, add_bias_kv: true, kdim: 5, vdim: 4)),
        Initial("TransformerEncoderLayer", () => TransformerEncoderLayer(4, 2, 6)),

        Filled("uniform_", t => uniform_(t, -1, 3), 3, 4),
        Filled("normal_", t => normal_(t, 1, 0.5), 5, 4),
        Filled("trunc_normal_", t => trunc_normal_(t, 0.5, 1.5, -1, 2), 5, 4),
        Filled("constant_", t => constant_(t, 2.5), 3),
        Filled("eye_", eye_, 3, 4),
        Filled("dirac_", dirac_, 3, 2, 3, 3),
        Filled("orthogonal_ wide", t => orthogonal_(t, 2), 3, 5),
        Filled("orthogonal_ tall", t => orthogonal_(t), 4, 1, 3),
        Filled("xavier_uniform_", t => xavier_uniform_(t, 2), 3, 4),
        Filled("xavier_normal_", t => xavier_normal_(t), 3, 4, 2),
        Filled("kaiming_uniform_", t => kaiming_uniform_(t, 0.3), 3, 4),
        Filled("kaiming_normal_ fan out", t => kaiming_normal_(t, mode: FanInOut.FanOut, nonlinearity: NonlinearityType.ReLU), 3, 4, 2),
        Filled("kaiming_uniform_ tanh", t => kaiming_uniform_(t, nonlinearity: NonlinearityType.Tanh), 3, 4),

        Forward("embedding of indices", () => Embedding(5, 3), (m, t) => [m.call(t[1])]),
        Forward("embedding max norm", () => Embedding(5, 3, max_norm: 0.5), (m, t) => [m.call(t[1])]),
        Forward("rnn", () => RNN(3, 4, 2, bidirectional: true), (m, t) => Both(m.call(t[0], t[1]))),
        Forward("rnn relu batch first", () => RNN(3, 4, nonLinearity: NonLinearities.ReLU, batchFirst: true), (m, t) => Both(m.call(t[0]))),
        Forward("gru", () => GRU(3, 4, 2), (m, t) => Both(m.call(t[0], t[1]))),
        Forward("gru unbatched", () => GRU(3, 4, bias: false), (m, t) => Both(m.call(t[0]))),
        Forward("lstm", () => LSTM(3, 4, 2), (m, t) => All(m.call(t[0], (t[1], t[2])))),
        Forward("lstm unbatched batch first", () => LSTM(3, 4, batchFirst: true), (m, t) => All(m.call(t[0]))),
        Forward("rnn cell", () => RNNCell(3, 4), (m, t) => [m.call(t[0], t[1])]),
        Forward("rnn cell relu", () => RNNCell(3, 4, NonLinearities.ReLU), (m, t) => [m.forward(t[0])]),
        Forward("gru cell", () => GRUCell(3, 4), (m, t) => [m.call(t[0], t[1])]),
        Forward("lstm cell", () => LSTMCell(3, 4), (m, t) => Both(m.call(t[0], (t[1], t[2])))),
        Forward("lstm cell unbatched", () => LSTMCell(3, 4, false), (m, t) => Both(m.call(t[0]))),
        Forward("attention", () => MultiheadAttention(4, 2), (m, t) => Both(m.call(t[0], t[1], t[2]).ToValueTuple())),
        Forward("attention masks", () => MultiheadAttention(4, 2, add_bias_kv: true, add_zero_attn: true),
            (m, t) => Both(m.call(t[0], t[0], t[0], t[2], attn_mask: t[1]).ToValueTuple())),
        Forward("attention unbatched", () => MultiheadAttention(4, 2, kdim: 3, vdim: 2), (m, t) => [m.call(t[0], t[1], t[2], null, false).Item1]),
        Forward("encoder layer", () => TransformerEncoderLayer(4, 2, 6), (m, t) => [m.call(t[0])]),
        Forward("encoder layer gelu", () => TransformerEncoderLayer(4, 2, 6, 0, Activations.GELU), (m, t) => [m.call(t[0], t[1])]),
        Forward("encoder", () => TransformerEncoder(TransformerEncoderLayer(4, 2, 6, 0), 2), (m, t) => [m.call(t[0])]),
        Forward("conv2d reflect", () => Conv2d(2, 3, (3, 3), padding: (2, 1), padding_mode: PaddingModes.Reflect), (m, t) => [m.call(t[0])]),
        Forward("conv1d same circular", () => Conv1d(2, 3, 3, Padding.Same, padding_mode: PaddingModes.Circular), (m, t) => [m.call(t[0])]),
        Forward("conv transpose output size", () => ConvTranspose2d(1, 2, 3, 2, 1), (m, t) => [m.forward(t[0], [6, 5])]),
        Forward("batch norm 1d", () => BatchNorm1d(3), TwiceThenEvaluated),
        Forward("batch norm 2d cumulative", Cumulative, TwiceThenEvaluated),
        Forward("batch norm 3d plain", () => BatchNorm3d(2, affine: false, track_running_stats: false), (m, t) => [m.call(t[0])]),
        Forward("instance norm 2d", () => InstanceNorm2d(2, affine: true, track_running_stats: true), TwiceThenEvaluated),
        Forward("instance norm 1d unbatched", () => InstanceNorm1d(2), (m, t) => [m.call(t[0])]),
        Forward("dropout", () => Dropout(0.3), (m, t) => [m.call(t[0])]),
        Forward("dropout2d", () => Dropout2d(), (m, t) => [m.call(t[0])]),
        Forward("dropout in evaluation", Evaluated, (m, t) => [m.call(t[0])]),
        Forward("alpha dropout", () => AlphaDropout(0.3), (m, t) => [m.call(t[0])]),
        Forward("rrelu", () => RReLU(), (m, t) => [m.call(t[0])]),
        Forward("prelu", () => PReLU(3), (m, t) => [m.call(t[0])]),
    ];

    private static OperatorCase Initial(string name, Func<Module> make) => new(name, _ =>
    {
        manual_seed(Seed);
        return [.. make().state_dict().Values];
    });

    private static OperatorCase Filled(string name, Func<Tensor, Tensor> fill, params long[] shape) => new(name, _ =>
    {
        manual_seed(Seed);
        var tensor = empty(shape, dtype: ScalarType.Float64);
        Assert.Same(tensor, fill(tensor));
        return tensor;
    });

    private static OperatorCase Forward<T>(string name, Func<T> make, Func<T, Tensor[], Tensor[]> call)
        where T : Module => new(name, inputs =>
    {
        manual_seed(Seed);
        return call(make().to(inputs[0].dtype), inputs);
    });

    private static BatchNorm2d Cumulative()
    {
        var module = BatchNorm2d(2);
        module.momentum = null;
        return module;
    }

    private static Dropout Evaluated()
    {
        var module = Dropout(0.3);
        module.eval();
        return module;
    }

    private static Tensor[] TwiceThenEvaluated(Module<Tensor, Tensor> module, Tensor[] inputs)
    {
        var first = module.call(inputs[0]);
        var second = module.call(inputs[0] * 2 + 1);
        module.eval();
        return [first, second, module.call(inputs[0]), .. module.state_dict().Values];
    }

    private static Tensor[] Both((Tensor, Tensor) results) => [results.Item1, results.Item2];

    private static Tensor[] All((Tensor, Tensor, Tensor) results) => [results.Item1, results.Item2, results.Item3];
}
