using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One step of a plain recurrent layer.</summary>
public sealed class RNNCell : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly long _hiddenSize;
    private readonly nn.NonLinearities _kind;

    internal RNNCell(long inputSize, long hiddenSize, nn.NonLinearities nonLinearity, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(RNNCell))
    {
        _hiddenSize = hiddenSize;
        _kind = nonLinearity;
        weight_ih = Layers.Empty(device, dtype, hiddenSize, inputSize);
        weight_hh = Layers.Empty(device, dtype, hiddenSize, hiddenSize);
        if (bias)
        {
            bias_ih = Layers.Empty(device, dtype, hiddenSize);
            bias_hh = Layers.Empty(device, dtype, hiddenSize);
        }

        var bound = 1 / Math.Sqrt(hiddenSize);
        foreach (var parameter in parameters())
            nn.init.uniform_(parameter, -bound, bound);
    }

    public Parameter? bias_ih
    {
        get => get_parameter(nameof(bias_ih));
        set => ConditionallyRegisterParameter(nameof(bias_ih), value);
    }

    public Parameter? bias_hh
    {
        get => get_parameter(nameof(bias_hh));
        set => ConditionallyRegisterParameter(nameof(bias_hh), value);
    }

    public Parameter? weight_ih
    {
        get => get_parameter(nameof(weight_ih));
        set => ConditionallyRegisterParameter(nameof(weight_ih), value);
    }

    public Parameter? weight_hh
    {
        get => get_parameter(nameof(weight_hh));
        set => ConditionallyRegisterParameter(nameof(weight_hh), value);
    }

    /// <param name="input">[batch, features], or [features].</param>
    /// <param name="h0">The state before; null for zeros.</param>
    public override Tensor forward(Tensor input, Tensor? h0 = null)
    {
        using var zero = h0 is null ? Zeros(input) : null;
        if (input.dim() == 2)
            return Run(input, h0 ?? zero!);
        using var batch = Aten.unsqueeze.Call(input, 0);
        using var state = Aten.unsqueeze.Call(h0 ?? zero!, 0);
        using var result = Run(batch, state);
        return Aten.squeeze_dim.Call(result, 0);
    }

    private Tensor Run(Tensor input, Tensor state) =>
        (_kind == nn.NonLinearities.ReLU ? Aten.rnn_relu_cell : Aten.rnn_tanh_cell).Call(input, state, weight_ih, weight_hh, bias_ih, bias_hh);

    private Tensor Zeros(Tensor input)
    {
        var info = input.Info;
        return Aten.zeros.Call((long[])[.. input.shape[..^1], _hiddenSize], (ScalarType)info.Dtype, Arg.Default,
            new Device((DeviceType)info.DeviceType, info.DeviceIndex));
    }
}
