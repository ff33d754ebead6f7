using static TorchSharp.torch;

namespace Kit.Foundation.Checkpoints;

/// <summary>What a safetensors file's header says about one tensor.</summary>
/// <param name="Dtype">the element type</param>
/// <param name="Shape">the sizes of all dimensions; empty for a scalar</param>
/// <param name="Start">the first byte, counted from the start of the file</param>
/// <param name="Length">the number of bytes</param>
public sealed record SafetensorsEntry(ScalarType Dtype, IReadOnlyList<long> Shape, long Start, long Length);
