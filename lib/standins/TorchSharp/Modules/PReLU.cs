using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x where it is positive, a learned fraction of it elsewhere.</summary>
public sealed class PReLU : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    internal PReLU(long num_parameters, double init, Device? device, ScalarType? dtype)
        : base(nameof(PReLU))
    {
        (this.num_parameters, this.init) = (num_parameters, init);
        weight = Layers.Empty(device, dtype, num_parameters);
        nn.init.constant_(weight, init);
    }

    /// <summary>The fractions: one for all channels, or one a channel.</summary>
    public Parameter weight
    {
        get => _weight!;
        set => ConditionallyRegisterParameter(nameof(weight), Layers.Replace(ref _weight, value ?? throw new ArgumentNullException(nameof(value))));
    }

    public long num_parameters { get; }

    public double init { get; }

    public override Tensor forward(Tensor tensor) => nn.functional.prelu(tensor, _weight!);
}
