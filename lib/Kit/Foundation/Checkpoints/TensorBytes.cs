using static TorchSharp.torch;

namespace Kit.Foundation.Checkpoints;

/// <summary>A tensor's elements as bytes, in row-major order, a piece at a time: a span ends at 2 GB, tensors do not.</summary>
internal static class TensorBytes
{
    private const long Piece = 1 << 22;

    /// <summary>Writes the elements, wherever and however they lie.</summary>
    public static void Write(Tensor tensor, Stream stream)
    {
        using var values = tensor.detach();
        using var dense = values.contiguous();
        using var flat = dense.reshape(-1);
        for (var at = 0L; at < flat.numel(); at += Piece)
        {
            using var piece = flat.narrow(0, at, Math.Min(Piece, flat.numel() - at));
            // A clone has its elements in memory even where those of a view are only noted, such as a lazy negation.
            using var stored = piece.clone();
            using var here = stored.cpu();
            stream.Write(here.bytes);
        }
    }

    /// <summary>Overwrites the elements of a contiguous tensor on the CPU in place.</summary>
    public static void Overwrite(Tensor tensor, Action<Span<byte>> fill)
    {
        using var flat = tensor.view(-1);
        for (var at = 0L; at < flat.numel(); at += Piece)
        {
            using var piece = flat.narrow(0, at, Math.Min(Piece, flat.numel() - at));
            fill(piece.bytes);
        }
    }
}
