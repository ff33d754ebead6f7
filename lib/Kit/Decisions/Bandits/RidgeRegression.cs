namespace Kit.Decisions.Bandits;

/// <summary>
/// Ridge regression that learns one example at a time: θ = A⁻¹ b with A = λI + Σ x xᵀ and b = Σ r x. The inverse itself is kept, by the
/// formula of Sherman and Morrison: A⁻¹ ← A⁻¹ − A⁻¹x xᵀA⁻¹ / (1 + xᵀA⁻¹x).
/// </summary>
public sealed class RidgeRegression
{
    private readonly double[,] _inverse;
    private readonly double[] _coefficients;

    /// <summary>A regression that has seen nothing yet.</summary>
    /// <param name="features">d</param>
    /// <param name="ridge">λ, positive</param>
    public RidgeRegression(int features, double ridge = 1)
    {
        _coefficients = new double[Require.AtLeastOne(features)];
        _inverse = new double[features, features];
        for (var i = 0; i < features; i++)
            _inverse[i, i] = 1 / Require.Positive(ridge);
    }

    /// <summary>[d], θ.</summary>
    public ReadOnlySpan<double> Coefficients => _coefficients;

    /// <summary>The prediction xᵀθ.</summary>
    public double Mean(ReadOnlySpan<double> x) => Dot(_coefficients, x);

    /// <summary>√(xᵀA⁻¹x), how far the prediction may be off, in standard deviations of the noise.</summary>
    public double Width(ReadOnlySpan<double> x) => Math.Sqrt(Math.Max(0, Dot(InverseTimes(x), x)));

    /// <summary>Takes in an example.</summary>
    public void Update(ReadOnlySpan<double> x, double reward)
    {
        Require.Finite(reward);
        var direction = InverseTimes(x);
        var scale = 1 + Dot(direction, x);
        var error = reward - Mean(x);
        for (var i = 0; i < direction.Length; i++)
        {
            for (var j = 0; j < direction.Length; j++)
                _inverse[i, j] -= direction[i] * direction[j] / scale;
            _coefficients[i] += direction[i] * error / scale;
        }
    }

    private double[] InverseTimes(ReadOnlySpan<double> x)
    {
        Require.Context(x, _coefficients.Length);
        var product = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            for (var j = 0; j < x.Length; j++)
                product[i] += _inverse[i, j] * x[j];
        }

        return product;
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        Require.Context(y, x.Length);
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }
}
