using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kit.Foundation.Checkpoints;

/// <summary>
/// Networks and optimisers among the tensors of a checkpoint:
/// <code>
/// run.Save(step, new Dictionary&lt;string, Tensor&gt; { { "policy", policy }, { "adam", adam } });
/// ...
/// using var checkpoint = run.Restore();
/// checkpoint?.CopyTo("policy", policy);
/// checkpoint?.CopyTo("adam", adam);
/// </code>
/// </summary>
public static class TrainingState
{
    /// <summary>Adds weights and buffers as <c>name.0.weight</c> and so on; the tensors stay the module's.</summary>
    public static void Add(this IDictionary<string, Tensor> tensors, string name, nn.Module module)
    {
        foreach (var (part, tensor) in module.state_dict())
            tensors.Add($"{name}.{part}", tensor);
    }

    /// <summary>Adds what an optimiser remembers, such as Adam's moments, as bytes [n] in TorchSharp's own format; the tensor belongs to the open dispose scope.</summary>
    public static void Add(this IDictionary<string, Tensor> tensors, string name, OptimizerHelper optimizer)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        optimizer.save_state_dict(writer);
        writer.Flush();
        tensors.Add(name, tensor(memory.ToArray()));
    }

    /// <summary>Overwrites weights and buffers with those that <see cref="Add(IDictionary{string, Tensor}, string, nn.Module)"/> added under this name.</summary>
    /// <exception cref="ArgumentException">the checkpoint holds another network there; nothing was overwritten</exception>
    public static void CopyTo(this Checkpoint checkpoint, string name, nn.Module module)
    {
        var there = checkpoint.Tensors.Where(tensor => tensor.Key.StartsWith(name + ".", StringComparison.Ordinal)).ToDictionary();
        var here = module.state_dict().ToDictionary(part => $"{name}.{part.Key}", part => part.Value);
        foreach (var part in there.Keys.Union(here.Keys).Order(StringComparer.Ordinal))
        {
            var (one, other) = (Kind(there.GetValueOrDefault(part)), Kind(here.GetValueOrDefault(part)));
            if (one != other)
                throw new ArgumentException($"'{part}' is {one} in the checkpoint of step {checkpoint.Step} and {other} in the module: build the network that was saved", nameof(module));
        }

        using (no_grad())
        {
            foreach (var (part, tensor) in here)
                tensor.copy_(there[part]);
        }
    }

    /// <summary>Gives an optimiser of the same parameters back what <see cref="Add(IDictionary{string, Tensor}, string, OptimizerHelper)"/> added under this name.</summary>
    /// <exception cref="ArgumentException">the checkpoint holds no optimiser there</exception>
    public static void CopyTo(this Checkpoint checkpoint, string name, OptimizerHelper optimizer)
    {
        if (!checkpoint.Tensors.TryGetValue(name, out var saved) || saved.dtype != ScalarType.Byte)
            throw new ArgumentException($"'{name}' is {Kind(saved)} in the checkpoint of step {checkpoint.Step}, and no optimiser: give it the name that it was saved under", nameof(name));
        using var bytes = saved.data<byte>();
        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray()));
        optimizer.load_state_dict(reader);
    }

    private static string Kind(Tensor? tensor) => tensor is null ? "absent" : $"{tensor.dtype} [{string.Join(", ", tensor.shape)}]";
}
