namespace Kit.Foundation.Randomness;

/// <summary>Normal numbers by 256 layers of equal area (Marsaglia and Tsang, "The ziggurat method", Journal of Statistical Software 2000).</summary>
internal static class Ziggurat
{
    private const double R = 3.6541528853610088, Area = 0.00492867323399, Scale = 1L << 52;
    private static readonly ulong[] K = new ulong[256];
    private static readonly double[] W = new double[256], F = new double[256];

    static Ziggurat()
    {
        var (x, above) = (R, R);
        var q = Area / Math.Exp(-0.5 * x * x);
        K[0] = (ulong)(x / q * Scale);
        (W[0], W[255]) = (q / Scale, x / Scale);
        (F[0], F[255]) = (1, Math.Exp(-0.5 * x * x));
        for (var i = 254; i >= 1; i--)
        {
            x = Math.Sqrt(-2 * Math.Log(Area / x + Math.Exp(-0.5 * x * x)));
            K[i + 1] = (ulong)(x / above * Scale);
            above = x;
            F[i] = Math.Exp(-0.5 * x * x);
            W[i] = x / Scale;
        }
    }

    public static double Normal(RandomStream stream)
    {
        while (true)
        {
            var bits = stream.Bits();
            var layer = (int)(bits & 0xff);
            var position = (bits >> 9) & 0xfffffffffffff;
            var negative = (bits & 0x100) != 0;
            var x = position * W[layer];
            if (position < K[layer])
                return negative ? -x : x;
            if (layer == 0)
            {
                x = Tail(stream);
                return negative ? -x : x;
            }

            if ((F[layer - 1] - F[layer]) * stream.Uniform() + F[layer] < Math.Exp(-0.5 * x * x))
                return negative ? -x : x;
        }
    }

    /// <summary>A number beyond R, by Marsaglia's method of 1964.</summary>
    private static double Tail(RandomStream stream)
    {
        while (true)
        {
            var x = -Math.Log(1 - stream.Uniform()) / R;
            var y = -Math.Log(1 - stream.Uniform());
            if (y + y > x * x)
                return R + x;
        }
    }
}
