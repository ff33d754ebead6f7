using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>x where it is positive, a random fraction of it elsewhere; in evaluation the mean of the two bounds.</summary>
public sealed class RReLU : ParameterLessModule<Tensor, Tensor>
{
    internal RReLU(double lower, double upper, bool inplace)
        : base(nameof(RReLU)) => (this.lower, this.upper, this.inplace) = (lower, upper, inplace);

    public double lower { get; set; }

    public double upper { get; set; }

    public bool inplace { get; set; }

    public override Tensor forward(Tensor tensor) => inplace
        ? Aten.rrelu_.InPlace(tensor, lower, upper, training)
        : Aten.rrelu.Call(tensor, lower, upper, training);
}
