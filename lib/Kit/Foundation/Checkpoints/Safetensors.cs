using Kit.Display.Files;
using static TorchSharp.torch;

namespace Kit.Foundation.Checkpoints;

/// <summary>Tensors by name in one file, without code in it: the format of Hugging Face's models (github.com/huggingface/safetensors).</summary>
public static class Safetensors
{
    /// <summary>
    /// Writes tensors with their own precision; the old file or the new one is there at any moment, never half of either.
    /// The same tensors give the same bytes.
    /// </summary>
    /// <param name="path">the file; its folder exists</param>
    /// <param name="tensors">of any shape, strides and device; dtypes F64 F32 F16 BF16 I64 I32 I16 I8 U8 BOOL</param>
    /// <param name="metadata">free text, for example <c>format: pt</c></param>
    /// <exception cref="ArgumentException">a name or a tensor that no such file can hold; nothing was written</exception>
    public static void Write(string path, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        foreach (var (name, tensor) in tensors)
        {
            if (tensor.is_sparse || tensor.is_meta)
            {
                throw new ArgumentException($"the tensor '{name}' is {(tensor.is_sparse ? "sparse: call to_dense() first" : "on the device 'meta': it has no elements")}.");
            }
        }

        var (header, order) = SafetensorsHeaderWriter.Compose(
            tensors.ToDictionary(pair => pair.Key, pair => (pair.Value.dtype, pair.Value.shape)), metadata ?? new Dictionary<string, string>());
        AtomicFile.Write(path, stream =>
        {
            stream.Write(header);
            foreach (var name in order)
            {
                TensorBytes.Write(tensors[name], stream);
            }
        });
    }

    /// <summary>Opens a file and checks its header; the tensors are read when asked for.</summary>
    /// <exception cref="SafetensorsException">the file does not hold what the format demands</exception>
    /// <exception cref="FileNotFoundException">there is no such file</exception>
    public static SafetensorsFile Open(string path) => new(path);
}
