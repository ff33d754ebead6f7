using System.Text;

namespace TorchSharp;

/// <summary>
/// Reads TorchSharp's files with suspicion: every number is held against what is left of the stream before anything is allocated, and an
/// error names the place and what was expected there. The format carries no checksum: changed element bytes go unnoticed.
/// </summary>
internal sealed class TensorReader
{
    private const int MaxName = 1 << 16;
    private const int MaxRank = 64;
    private const int Chunk = 1 << 20;
    private static readonly UTF8Encoding s_utf8 = new(false, throwOnInvalidBytes: true);

    private readonly Stream _stream;
    private readonly string _source;

    public TensorReader(Stream stream)
    {
        _stream = stream;
        _source = stream is FileStream file ? file.Name : "the stream";
        if (stream.CanSeek)
            Position = stream.Position;
    }

    /// <summary>Where the next byte comes from; counted from the first one read where the stream does not say.</summary>
    public long Position { get; private set; }

    /// <summary>How many bytes are left; null where the stream cannot say.</summary>
    private long? Remaining => _stream.CanSeek ? Math.Max(0, _stream.Length - _stream.Position) : null;

    /// <exception cref="InvalidDataException">No number below 2^63 stands here.</exception>
    /// <exception cref="EndOfStreamException">The stream ends here.</exception>
    public long ReadNumber(string what)
    {
        var start = Position;
        var value = 0L;
        Span<byte> one = stackalloc byte[1];
        for (var shift = 0; shift < 7 * Leb128.MaxLength; shift += 7)
        {
            ReadExactly(one, what);
            value |= (long)(one[0] & 0x7f) << shift;
            if (one[0] < 0x80)
                return value;
        }

        throw Invalid(start, $"expected {what}, found a number of more than {Leb128.MaxLength} bytes");
    }

    public string ReadName(string what)
    {
        var start = Position;
        var length = ReadNumber($"the length of {what}");
        if (length > MaxName)
            throw Invalid(start, $"expected the length of {what}, found {length}");
        CheckRemaining(length, what);
        var bytes = new byte[length];
        var first = Position;
        ReadExactly(bytes, what);
        try
        {
            return s_utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw Invalid(first, $"expected {what}, found bytes that are not UTF-8");
        }
    }

    public TensorHeader ReadHeader(string what)
    {
        var start = Position;
        var number = ReadNumber($"the element type of {what}");
        var dtype = (torch.ScalarType)Math.Min(number, sbyte.MaxValue);
        if (TensorHeader.ElementSize(dtype) is not { } size)
            throw Invalid(start, $"expected the element type of {what}, found {number}, which is none");
        start = Position;
        var rank = ReadNumber($"the number of dimensions of {what}");
        if (rank > MaxRank)
            throw Invalid(start, $"expected the number of dimensions of {what}, found {rank}");
        var shape = new long[rank];
        start = Position;
        for (var i = 0; i < rank; i++)
            shape[i] = ReadNumber($"size {i} of {what}");
        if (Product(shape, size) is not { } bytes)
            throw Invalid(start, $"{what} would have the shape [{string.Join(", ", shape)}], which is larger than any memory");
        CheckRemaining(bytes, $"the {bytes} bytes of {what}");
        return new TensorHeader(dtype, shape, bytes);
    }

    /// <summary>A new tensor in the CPU's memory with the bytes that follow <paramref name="header"/>.</summary>
    public torch.Tensor ReadTensor(TensorHeader header, string what)
    {
        // A stream that does not know its length is believed only as far as it goes.
        var pieces = Remaining is null && header.Bytes > Chunk ? ReadPieces(header.Bytes, what) : null;
        var tensor = torch.EmptyOnCpu(header.Shape, header.Dtype);
        try
        {
            Fill(tensor, header, pieces, what);
            return tensor;
        }
        catch
        {
            tensor.Dispose();
            throw;
        }
    }

    /// <summary>Passes over bytes, which have to be there.</summary>
    public void Skip(long bytes, string what)
    {
        if (Remaining is { } remaining)
        {
            CheckRemaining(bytes, what);
            _stream.Seek(bytes, SeekOrigin.Current);
            Position += bytes;
            return;
        }

        var buffer = new byte[Math.Min(bytes, Chunk)];
        for (var left = bytes; left > 0; left -= Math.Min(left, Chunk))
            ReadExactly(buffer.AsSpan(0, (int)Math.Min(left, Chunk)), what);
    }

    public InvalidDataException Invalid(long position, string what) => new($"{_source}, byte {position}: {what}.");

    private unsafe void Fill(torch.Tensor tensor, TensorHeader header, List<byte[]>? pieces, string what)
    {
        if (header.Bytes == 0)
            return;
        var target = (byte*)tensor.DataPointer();
        var start = Position;
        for (var done = 0L; done < header.Bytes; done += Chunk)
        {
            var piece = new Span<byte>(target + done, (int)Math.Min(Chunk, header.Bytes - done));
            if (pieces is null)
                ReadExactly(piece, what);
            else
                pieces[(int)(done / Chunk)].CopyTo(piece);
            // Other bytes than 0 and 1 are no Booleans; compiled code does not expect them.
            if (header.Dtype == torch.ScalarType.Bool && piece.IndexOfAnyExceptInRange((byte)0, (byte)1) is var at and >= 0)
                throw Invalid(pieces is null ? start + done + at : start - header.Bytes + done + at, $"expected a Boolean of {what}, found {piece[at]}");
        }

        GC.KeepAlive(tensor);
    }

    private List<byte[]> ReadPieces(long bytes, string what)
    {
        var pieces = new List<byte[]>();
        for (var left = bytes; left > 0; left -= pieces[^1].Length)
        {
            var piece = new byte[Math.Min(left, Chunk)];
            ReadExactly(piece, what);
            pieces.Add(piece);
        }

        return pieces;
    }

    private void ReadExactly(Span<byte> buffer, string what)
    {
        var read = _stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        Position += read;
        if (read < buffer.Length)
            throw new EndOfStreamException($"{_source}, byte {Position}: expected {what}, found the end.");
    }

    private void CheckRemaining(long bytes, string what)
    {
        if (Remaining is { } remaining && bytes > remaining)
            throw new EndOfStreamException($"{_source}, byte {Position}: expected {what}, but only {remaining} bytes are left.");
    }

    /// <summary>Null where it is too large. A zero among the sizes does not excuse the others: libtorch multiplies those too.</summary>
    private static long? Product(long[] sizes, long element)
    {
        var empty = false;
        var product = element;
        foreach (var size in sizes)
        {
            empty |= size == 0;
            if (size > 0 && product > (long.MaxValue >> 8) / size)
                return null;
            product *= Math.Max(size, 1);
        }

        return empty ? 0 : product;
    }
}
