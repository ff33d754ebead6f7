using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Gives back what it gets.</summary>
public sealed class Identity : ParameterLessModule<Tensor, Tensor>
{
    internal Identity()
        : base(nameof(Identity))
    {
    }

    /// <returns>A new handle of the same tensor: disposing it leaves the input alone.</returns>
    public override Tensor forward(Tensor tensor) => Tensor.Wrap(Alias(tensor));

    internal static unsafe nint Alias(Tensor tensor) => Native.Api.Instance.TensorAlias(tensor.Handle);
}
