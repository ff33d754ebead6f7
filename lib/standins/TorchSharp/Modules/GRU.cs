using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Gated recurrent units.</summary>
public sealed class GRU : nn.Module<Tensor, Tensor, (Tensor, Tensor)>
{
    private readonly RecurrentWeights _weights;
    private readonly long _layers;
    private readonly bool _bias;
    private readonly bool _batchFirst;
    private readonly double _dropout;
    private readonly bool _bidirectional;

    internal GRU(long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional,
        Device? device, ScalarType? dtype)
        : base(nameof(GRU))
    {
        (_layers, _bias, _batchFirst, _dropout, _bidirectional) = (numLayers, bias, batchFirst, dropout, bidirectional);
        _weights = new RecurrentWeights(register_parameter, 3, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional,
            device, dtype);
    }

    /// <param name="input">[length, batch, features], or [batch, length, features] where the module says so, or [length, features].</param>
    /// <param name="h0">The first state of every layer and direction; null for zeros.</param>
    /// <returns>The last layer's states at every step, and all layers' states after the last.</returns>
    public override (Tensor, Tensor) forward(Tensor input, Tensor h0 = null!)
    {
        using var zero = h0 is null ? _weights.FirstState(input) : null;
        if (input.dim() == 3)
            return Run(input, h0 ?? zero!, _batchFirst);
        using var batch = Aten.unsqueeze.Call(input, 1);
        using var state = Aten.unsqueeze.Call(h0 ?? zero!, 1);
        var (output, last) = Run(batch, state, false);
        using var _ = output;
        using var __ = last;
        return (Aten.squeeze_dim.Call(output, 1), Aten.squeeze_dim.Call(last, 1));
    }

    public new (Tensor, Tensor) call(Tensor input, Tensor h0 = null!) => base.call(input, h0);

    private (Tensor, Tensor) Run(Tensor input, Tensor state, bool batchFirst) =>
        Aten.gru_input.Call2(input, state, _weights.Of(this), _bias, _layers, _dropout, training, _bidirectional, batchFirst);
}
