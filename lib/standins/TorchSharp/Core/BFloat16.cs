namespace TorchSharp;

/// <summary>A float of 16 bits with float32's range: its upper half.</summary>
public readonly struct BFloat16
{
    private readonly ushort _bits;

    private BFloat16(ushort bits) => _bits = bits;

    public static BFloat16 FromRawValue(ushort rawValue) => new(rawValue);

    public float ToSingle() => BitConverter.Int32BitsToSingle(_bits << 16);
}
