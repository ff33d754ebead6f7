using Engine.Tests.Operators;
using static TorchSharp.torch.distributions;

namespace Engine.Tests.Distributions;

/// <summary>Gradients of samples with respect to the distribution's parameters.</summary>
public class ReparametrisationTests
{
    private static readonly ReferenceTensor s_any = new(ScalarType.Float64, [2], [-0.4, 1.3]);
    private static readonly ReferenceTensor s_positive = new(ScalarType.Float64, [2], [0.7, 1.9]);
    private static readonly ReferenceTensor s_above = new(ScalarType.Float64, [2], [2.7, 3.9]);
    private static readonly ReferenceTensor s_matrix = new(ScalarType.Float64, [2, 2], [0.7, 0, -0.3, 1.2]);

    private static readonly Dictionary<string, (Func<Tensor[], Generator, Distribution> Make, ReferenceTensor[] Parameters)> s_pathwise = new()
    {
        ["Normal"] = ((t, g) => Normal(t[0], t[1], g), [s_any, s_positive]),
        ["Uniform"] = ((t, g) => Uniform(t[0], t[1], g), [s_any, s_above]),
        ["Exponential"] = ((t, g) => Exponential(t[0], g), [s_positive]),
        ["Laplace"] = ((t, g) => Laplace(t[0], t[1], g), [s_any, s_positive]),
        ["Gumbel"] = ((t, g) => Gumbel(t[0], t[1], g), [s_any, s_positive]),
        ["LogNormal"] = ((t, g) => LogNormal(t[0], t[1], g), [s_any, s_positive]),
        ["Gamma by its rate"] = ((t, g) => Gamma(s_positive.ToTensor(), t[0], g), [s_above]),
        ["MultivariateNormal"] = ((t, g) => MultivariateNormal(t[0], scale_tril: t[1].tril(), generator: g), [s_any, s_matrix]),
        ["Independent"] = ((t, g) => Independent(Normal(t[0], t[1], g), 1), [s_any, s_positive]),
    };

    public static TheoryData<string> Pathwise => [.. s_pathwise.Keys];

    /// <summary>With the same random numbers, a sample moves with its parameters: central differences.</summary>
    [Theory]
    [MemberData(nameof(Pathwise))]
    public void The_gradient_of_a_sample_is_that_of_moving_it(string name)
    {
        var (make, parameters) = s_pathwise[name];
        Assert.Null(Gradients.Check(
            t =>
            {
                using var generator = new Generator(11);
                return [make(t, generator).rsample(5)];
            },
            parameters));
    }

    /// <summary>
    /// Gamma variables are drawn by rejection, so moving the concentration may change which random number is used. Instead: a sample x that
    /// keeps its cumulative probability F moves by −(∂F/∂a) / p(x).
    /// </summary>
    [Fact]
    public void The_gradient_of_a_gamma_sample_keeps_its_cumulative_probability()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(2);
        foreach (var a in (double[])[0.3, 0.9, 2.5, 12])
        {
            var concentration = tensor([a], [1], requires_grad: true);
            var one = tensor([1.0], [1]);
            for (var i = 0; i < 5; i++)
            {
                var x = Gamma(concentration, one, generator).rsample();
                concentration.grad = null;
                x.sum().backward();
                var actual = concentration.grad!.item<double>();
                const double Step = 1e-5;
                double F(double at) => Gamma(tensor([at], [1]), one).cdf(x.detach()).item<double>();
                var density = Math.Exp(Gamma(concentration.detach(), one).log_prob(x.detach()).item<double>());
                var expected = -(F(a + Step) - F(a - Step)) / (2 * Step) / density;
                Assert.True(Math.Abs(actual - expected) <= 2e-3 * Math.Abs(expected) + 1e-6, $"a = {a}: {actual}, expected {expected}");
            }
        }
    }

    /// <summary>E[xᵢ] = aᵢ / Σa, so the mean of ∂x₀/∂a is that of the closed form, within 4 standard errors.</summary>
    [Fact]
    public void The_gradient_of_dirichlet_samples_is_right_on_average()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(4);
        double[] a = [0.4, 1.5, 2.0];
        const int N = 20_000;
        // One copy of the parameters for each sample gives one gradient for each.
        var concentration = tensor([.. Enumerable.Repeat(a, N).SelectMany(row => row)], [N, 3], requires_grad: true);
        Dirichlet(concentration, generator).rsample().select(-1, 0).sum().backward();
        var rows = concentration.grad!.data<double>().ToArray().Chunk(3).ToArray();
        var sum = a.Sum();
        for (var j = 0; j < 3; j++)
        {
            var expected = (j == 0 ? sum - a[0] : -a[0]) / (sum * sum);
            var mean = rows.Average(r => r[j]);
            var error = Math.Sqrt(rows.Average(r => Math.Pow(r[j] - mean, 2)) / N);
            Assert.True(Math.Abs(mean - expected) <= 4 * error, $"∂/∂a{j}: {mean} ± {error}, expected {expected}");
        }
    }

    [Fact]
    public void What_was_first_asked_for_without_gradients_still_has_them_later()
    {
        using var scope = NewDisposeScope();
        var logits = tensor([0.3, -1.0, 0.5], [3], requires_grad: true);
        var distribution = Categorical(logits: logits);
        distribution.sample(2).Dispose(); // computes the probabilities
        using (no_grad())
            distribution.probs.Dispose();
        distribution.entropy().backward();
        var actual = logits.grad!.data<double>().ToArray();
        logits.grad = null;
        Categorical(logits: logits).entropy().backward();
        Assert.Equal(logits.grad!.data<double>().ToArray(), actual);
        Assert.Contains(actual, g => Math.Abs(g) > 0.01);
    }
}
