using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>yₖ = x₁ᵀ·Wₖ·x₂ + bₖ over the last dimensions.</summary>
public sealed class Bilinear : nn.Module<Tensor, Tensor, Tensor>
{
    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    internal Bilinear(long in1_features, long in2_features, long out_features, bool hasBias, Device? device, ScalarType? dtype)
        : base(nameof(Bilinear))
    {
        (this.in1_features, this.in2_features, this.out_features) = (in1_features, in2_features, out_features);
        weight = Layers.Empty(device, dtype, out_features, in1_features, in2_features);
        var bound = 1 / Math.Sqrt(in1_features);
        nn.init.uniform_(weight, -bound, bound);
        if (!hasBias)
            return;
        bias = Layers.Empty(device, dtype, out_features);
        nn.init.uniform_(bias, -bound, bound);
    }

    public Parameter? bias
    {
        get => _bias;
        set => ConditionallyRegisterParameter(nameof(bias), Layers.Replace(ref _bias, value));
    }

    public Parameter weight
    {
        get => _weight!;
        set => ConditionallyRegisterParameter(nameof(weight), Layers.Replace(ref _weight, value ?? throw new ArgumentNullException(nameof(value))));
    }

    public long in1_features { get; set; }

    public long in2_features { get; set; }

    public long out_features { get; set; }

    public override Tensor forward(Tensor input1, Tensor input2) => nn.functional.bilinear(input1, input2, _weight!, _bias);
}
