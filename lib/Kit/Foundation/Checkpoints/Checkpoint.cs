using System.Text.Json.Nodes;
using static TorchSharp.torch;

namespace Kit.Foundation.Checkpoints;

/// <summary>What was saved after some step; owns its tensors, whatever scope is open where it is loaded.</summary>
public sealed class Checkpoint : IDisposable
{
    internal Checkpoint(long step, IReadOnlyDictionary<string, Tensor> tensors, JsonObject state)
    {
        (Step, Tensors, State) = (step, tensors, state);
        foreach (var tensor in tensors.Values)
        {
            tensor.DetachFromDisposeScope();
        }
    }

    /// <summary>The step after which it was saved.</summary>
    public long Step { get; }

    /// <summary>The tensors, in the CPU's memory, bit for bit as they were saved.</summary>
    public IReadOnlyDictionary<string, Tensor> Tensors { get; }

    /// <summary>Everything else.</summary>
    public JsonObject State { get; }

    /// <summary>Disposes the tensors.</summary>
    public void Dispose()
    {
        foreach (var tensor in Tensors.Values)
        {
            tensor.Dispose();
        }
    }
}
