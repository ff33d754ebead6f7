using System.Runtime.CompilerServices;
using static Kit.Foundation.Randomness.ZigguratTables;

namespace Kit.Foundation.Randomness;

/// <summary>
/// Normal numbers by 256 layers of equal area (Marsaglia and Tsang, "The ziggurat method", Journal of Statistical Software 2000), with the
/// bits used as NumPy uses them.
/// </summary>
internal static class Ziggurat
{
    /// <summary>One standard normal number; 98.5 % of them need one multiplication.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Normal(RandomStream stream)
    {
        var bits = stream.Bits();
        var layer = (byte)bits;
        var position = (bits >> 9) & 0xfffffffffffff;
        var distance = (long)position * Width[layer];
        // Bit 8 becomes the sign: a branch here would be mispredicted every second time.
        var x = BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(distance) | (bits & 0x100) << 55);
        return position < Inner[layer] ? x : AtTheRim(stream, layer, position, x);
    }

    /// <summary>The point lies beyond what is surely under the curve: the tail, or the wedge of its layer, where it stays with the density's chance.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double AtTheRim(RandomStream stream, int layer, ulong position, double x)
    {
        if (layer == 0)
            return (position & 0x100) == 0 ? Tail(stream) : -Tail(stream);
        return (Height[layer - 1] - Height[layer]) * stream.Uniform() + Height[layer] < Math.Exp(-0.5 * x * x) ? x : Normal(stream);
    }

    /// <summary>A number beyond R (Marsaglia 1964).</summary>
    private static double Tail(RandomStream stream)
    {
        while (true)
        {
            var x = -1 / R * Math.Log(1 - stream.Uniform());
            var y = -Math.Log(1 - stream.Uniform());
            if (y + y > x * x)
                return R + x;
        }
    }
}
