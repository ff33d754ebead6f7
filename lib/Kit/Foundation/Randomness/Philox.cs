namespace Kit.Foundation.Randomness;

/// <summary>Philox 4×64 with ten rounds (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011, section 3.3).</summary>
internal static class Philox
{
    /// <summary>The four numbers of one counter, of which <paramref name="c0"/> is the lowest word, under one key.</summary>
    public static void Block(ulong c0, ulong c1, ulong c2, ulong c3, ulong key0, ulong key1, Span<ulong> block)
    {
        for (var round = 0; round < 10; round++)
        {
            var high0 = Math.BigMul(0xD2E7470EE14C6C93, c0, out var low0);
            var high1 = Math.BigMul(0xCA5A826395121157, c2, out var low1);
            (c0, c1, c2, c3) = (high1 ^ c1 ^ key0, low1, high0 ^ c3 ^ key1, low0);
            key0 += 0x9E3779B97F4A7C15;
            key1 += 0xBB67AE8584CAA73B;
        }

        (block[0], block[1], block[2], block[3]) = (c0, c1, c2, c3);
    }
}
