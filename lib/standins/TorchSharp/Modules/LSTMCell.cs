using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>One step of long short-term memory.</summary>
public sealed class LSTMCell : nn.Module<Tensor, (Tensor, Tensor)?, (Tensor, Tensor)>
{
    private readonly long _hiddenSize;

    internal LSTMCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(LSTMCell))
    {
        _hiddenSize = hiddenSize;
        weight_ih = Layers.Empty(device, dtype, 4 * hiddenSize, inputSize);
        weight_hh = Layers.Empty(device, dtype, 4 * hiddenSize, hiddenSize);
        if (bias)
        {
            bias_ih = Layers.Empty(device, dtype, 4 * hiddenSize);
            bias_hh = Layers.Empty(device, dtype, 4 * hiddenSize);
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
    /// <param name="h0_c0">The hidden and cell states before; null for zeros.</param>
    /// <returns>The hidden and cell states after.</returns>
    public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0)
    {
        using var zero = h0_c0 is null ? Zeros(input) : null;
        var (h0, c0) = h0_c0 ?? (zero!, zero!);
        if (input.dim() == 2)
            return Run(input, h0, c0);
        using var batch = Aten.unsqueeze.Call(input, 0);
        using var h = Aten.unsqueeze.Call(h0, 0);
        using var c = Aten.unsqueeze.Call(c0, 0);
        var (hidden, cell) = Run(batch, h, c);
        using var _ = hidden;
        using var __ = cell;
        return (Aten.squeeze_dim.Call(hidden, 0), Aten.squeeze_dim.Call(cell, 0));
    }

    public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);

    private (Tensor, Tensor) Run(Tensor input, Tensor h, Tensor c) =>
        Aten.lstm_cell.Call2(input, (Tensor[])[h, c], weight_ih, weight_hh, bias_ih, bias_hh);

    private Tensor Zeros(Tensor input)
    {
        var info = input.Info;
        return Aten.zeros.Call((long[])[.. input.shape[..^1], _hiddenSize], (ScalarType)info.Dtype, Arg.Default,
            new Device((DeviceType)info.DeviceType, info.DeviceIndex));
    }
}
