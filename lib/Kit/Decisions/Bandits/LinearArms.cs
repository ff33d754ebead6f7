using Kit.Foundation.Randomness;

namespace Kit.Decisions.Bandits;

/// <summary>
/// Arms whose expected reward is linear in the context, each with its own coefficients (the disjoint model of Li, Chu, Langford and
/// Schapire 2010, eq. 2). Contexts are standard normal, one more feature being the constant 1 in front.
/// </summary>
public sealed class LinearArms : IContextualBandit
{
    private readonly double[][] _coefficients;
    private readonly double _standardDeviation;
    private readonly double[] _context;

    /// <summary>One arm for each row of coefficients.</summary>
    /// <param name="coefficients">[K][d], the first of a row being the arm's intercept</param>
    /// <param name="standardDeviation">of the normal noise around the expected reward</param>
    public LinearArms(double[][] coefficients, double standardDeviation = 0.1)
    {
        Require.AtLeastOne(coefficients.Length);
        Features = Require.AtLeastOne(coefficients[0].Length);
        foreach (var row in coefficients)
            Require.Context(row, Features);
        _coefficients = [.. coefficients.Select(row => (double[])[.. row])];
        _standardDeviation = Require.NotNegative(standardDeviation);
        _context = new double[Features];
        _context[0] = 1;
    }

    /// <summary>Arms with standard normal coefficients.</summary>
    public static LinearArms Draw(RandomStream random, int arms, int features, double standardDeviation = 0.1)
    {
        var coefficients = new double[Require.AtLeastOne(arms)][];
        for (var arm = 0; arm < arms; arm++)
            random.FillNormal(coefficients[arm] = new double[Require.AtLeastOne(features)]);
        return new LinearArms(coefficients, standardDeviation);
    }

    /// <inheritdoc/>
    public int Arms => _coefficients.Length;

    /// <inheritdoc/>
    public int Features { get; }

    /// <inheritdoc/>
    public double[] NextContext(RandomStream random)
    {
        random.FillNormal(_context.AsSpan(1));
        return [.. _context];
    }

    /// <inheritdoc/>
    public double Pull(int arm, RandomStream random) => Mean(arm) + _standardDeviation * random.Normal();

    /// <inheritdoc/>
    public double Mean(int arm) => _coefficients[Require.Arm(arm, Arms)].Zip(_context, (w, x) => w * x).Sum();
}
