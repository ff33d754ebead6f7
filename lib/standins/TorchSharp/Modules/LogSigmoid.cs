using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The logarithm of the logistic function.</summary>
public sealed class LogSigmoid : ParameterLessModule<Tensor, Tensor>
{
    internal LogSigmoid()
        : base(nameof(LogSigmoid))
    {
    }

    public override Tensor forward(Tensor tensor) => nn.functional.logsigmoid(tensor);
}
