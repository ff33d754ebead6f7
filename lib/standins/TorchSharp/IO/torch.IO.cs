namespace TorchSharp;

public static partial class torch
{
    /// <summary>Writes a tensor in PyTorch's own format, as its C++ frontend reads it; <c>Save</c> writes TorchSharp's.</summary>
    public static void save(Tensor t, string location) => t.save(location);

    /// <summary>Reads a tensor in PyTorch's own format, as <see cref="save"/> and PyTorch's C++ frontend write it.</summary>
    public static Tensor load(string location) => Tensor.load(location);
}
