using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the layers' constructors and properties share.</summary>
internal static class Layers
{
    /// <summary>A parameter whose values are yet to be set, of the default dtype and on the default device unless said otherwise.</summary>
    public static Parameter Empty(Device? device, ScalarType? dtype, params long[] shape) =>
        Detached(new Parameter(Aten.empty.Call(shape, dtype, Arg.Default, InitializeDevice(device))));

    public static Parameter Detached(Parameter parameter)
    {
        parameter.DetachFromDisposeScope();
        return parameter;
    }

    /// <summary>Puts a parameter or buffer into a field, out of any dispose scope, and disposes the one before.</summary>
    public static T? Replace<T>(ref T? field, T? value)
        where T : Tensor
    {
        if (ReferenceEquals(field, value))
            return value;
        field?.Dispose();
        value?.DetachFromDisposeScope();
        return field = value;
    }

    /// <summary>Uniform in ±1 / √fan in: the initial biases of linear layers and convolutions.</summary>
    public static void UniformByFanIn(Tensor bias, Tensor weight)
    {
        var (fanIn, _) = nn.init.CalculateFanInAndFanOut(weight);
        var bound = fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0;
        nn.init.uniform_(bias, -bound, bound);
    }
}
