namespace TorchSharp;

/// <summary>Unsigned LEB128: seven bits a byte, lowest first, the top bit set where another byte follows.</summary>
internal static class Leb128
{
    /// <summary>The most bytes that a number below 2^63 takes.</summary>
    public const int MaxLength = 9;

    public static void Write(Stream stream, long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Span<byte> bytes = stackalloc byte[MaxLength];
        var n = 0;
        for (; value >= 0x80; value >>= 7)
            bytes[n++] = (byte)(value | 0x80);
        bytes[n++] = (byte)value;
        stream.Write(bytes[..n]);
    }
}
