using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Long short-term memory.</summary>
public sealed class LSTM : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor, Tensor)>
{
    private readonly RecurrentWeights _weights;
    private readonly long _layers;
    private readonly bool _bias;
    private readonly bool _batchFirst;
    private readonly double _dropout;
    private readonly bool _bidirectional;

    internal LSTM(long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst, double dropout, bool bidirectional, Device? device,
        ScalarType? dtype)
        : base(nameof(LSTM))
    {
        (_layers, _bias, _batchFirst, _dropout, _bidirectional) = (numLayers, bias, batchFirst, dropout, bidirectional);
        _weights = new RecurrentWeights(register_parameter, 4, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, device,
            dtype);
    }

    /// <param name="input">[length, batch, features], or [batch, length, features] where the module says so, or [length, features].</param>
    /// <param name="h0_c0">The first hidden and cell states of every layer and direction; null for zeros.</param>
    /// <returns>The last layer's hidden states at every step, and all layers' hidden and cell states after the last.</returns>
    public override (Tensor, Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0 = null)
    {
        using var zero = h0_c0 is null ? _weights.FirstState(input) : null;
        var (h0, c0) = h0_c0 ?? (zero!, zero!);
        if (input.dim() == 3)
            return Run(input, h0, c0, _batchFirst);
        using var batch = Aten.unsqueeze.Call(input, 1);
        using var h = Aten.unsqueeze.Call(h0, 1);
        using var c = Aten.unsqueeze.Call(c0, 1);
        var (output, hidden, cell) = Run(batch, h, c, false);
        using var _ = output;
        using var __ = hidden;
        using var ___ = cell;
        return (Aten.squeeze_dim.Call(output, 1), Aten.squeeze_dim.Call(hidden, 1), Aten.squeeze_dim.Call(cell, 1));
    }

    public new (Tensor, Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

    private (Tensor, Tensor, Tensor) Run(Tensor input, Tensor h, Tensor c, bool batchFirst) =>
        Aten.lstm_input.Call3(input, (Tensor[])[h, c], _weights.Of(this), _bias, _layers, _dropout, training, _bidirectional, batchFirst);
}
