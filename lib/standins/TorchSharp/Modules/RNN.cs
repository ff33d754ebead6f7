using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The plain recurrent layer: hₜ = tanh or relu of W·xₜ + b + U·hₜ₋₁ + c.</summary>
public sealed class RNN : nn.Module<Tensor, Tensor?, (Tensor, Tensor)>
{
    private readonly RecurrentWeights _weights;
    private readonly long _layers;
    private readonly bool _bias;
    private readonly bool _batchFirst;
    private readonly double _dropout;
    private readonly bool _bidirectional;
    private readonly nn.NonLinearities _kind;

    internal RNN(long inputSize, long hiddenSize, long numLayers, nn.NonLinearities nonLinearity, bool bias, bool batchFirst, double dropout, bool bidirectional,
        Device? device, ScalarType? dtype)
        : base(nameof(RNN))
    {
        (_layers, _bias, _batchFirst, _dropout, _bidirectional) = (numLayers, bias, batchFirst, dropout, bidirectional);
        _kind = nonLinearity;
        _weights = new RecurrentWeights(register_parameter, 1, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional,
            device, dtype);
    }

    /// <param name="input">[length, batch, features], or [batch, length, features] where the module says so, or [length, features].</param>
    /// <param name="h0">The first state of every layer and direction; null for zeros.</param>
    /// <returns>The last layer's states at every step, and all layers' states after the last.</returns>
    public override (Tensor, Tensor) forward(Tensor input, Tensor? h0)
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

    public new (Tensor, Tensor) call(Tensor input, Tensor? h0 = null) => base.call(input, h0);

    /// <param name="idx">The layer, counted through both directions.</param>
    public Parameter? get_bias_ih(long idx) => At("bias_ih", idx);

    public Parameter? get_bias_hh(long idx) => At("bias_hh", idx);

    public Parameter? get_weight_ih(long idx) => At("weight_ih", idx);

    public Parameter? get_weight_hh(long idx) => At("weight_hh", idx);

    private Parameter? At(string name, long idx) =>
        get_parameter(_bidirectional ? $"{name}_l{idx / 2}{(idx % 2 == 0 ? "" : "_reverse")}" : $"{name}_l{idx}");

    private (Tensor, Tensor) Run(Tensor input, Tensor state, bool batchFirst) =>
        (_kind == nn.NonLinearities.ReLU ? Aten.rnn_relu_input : Aten.rnn_tanh_input).Call2(input, state, _weights.Of(this), _bias, _layers, _dropout, training, _bidirectional, batchFirst);
}
