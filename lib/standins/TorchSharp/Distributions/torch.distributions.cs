#nullable disable annotations

using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Probability distributions; each function makes the one it is named after.</summary>
    public static partial class distributions
    {
        public static Bernoulli Bernoulli(Tensor probs = null, Tensor logits = null, Generator generator = null) => new(probs, logits, generator);

        public static Bernoulli Bernoulli(float? probs, float? logits, Generator generator = null)
        {
            using var p = Parameters.Scalar(probs);
            using var l = Parameters.Scalar(logits);
            return new Bernoulli(p, l, generator);
        }

        public static Bernoulli Bernoulli(double? probs, double? logits, Generator generator = null)
        {
            using var p = Parameters.Scalar(probs);
            using var l = Parameters.Scalar(logits);
            return new Bernoulli(p, l, generator);
        }

        public static Beta Beta(Tensor concentration1, Tensor concentration0, Generator generator = null) =>
            new(concentration1, concentration0, generator);

        public static Categorical Categorical(Tensor probs = null, Tensor logits = null, Generator generator = null) =>
            new(probs, logits, generator);

        /// <summary>Every category with the same probability.</summary>
        public static Categorical Categorical(int categories, Generator generator = null)
        {
            using var weights = Same(categories);
            return new Categorical(weights, null, generator);
        }

        public static Dirichlet Dirichlet(Tensor concentration, Generator generator = null) => new(concentration, generator);

        public static Exponential Exponential(Tensor rate, Generator generator = null) => new(rate, generator);

        public static Gamma Gamma(Tensor concentration, Tensor rate, Generator generator = null) => new(concentration, rate, generator);

        public static Geometric Geometric(Tensor probs = null, Tensor logits = null, Generator generator = null) => new(probs, logits, generator);

        public static Gumbel Gumbel(Tensor loc, Tensor scale, Generator generator = null) => new(loc, scale, generator);

        public static Independent Independent(Distribution base_distribution, int reinterpreted_batch_dims, Generator generator = null) =>
            new(base_distribution, reinterpreted_batch_dims, generator);

        public static Laplace Laplace(Tensor loc, Tensor scale, Generator generator = null) => new(loc, scale, generator);

        public static Laplace Laplace(float loc, float scale = 1, Generator generator = null)
        {
            using var l = Parameters.Scalar((float?)loc);
            using var s = Parameters.Scalar((float?)scale);
            return new Laplace(l, s, generator);
        }

        public static Laplace Laplace(double loc, double scale = 1, Generator generator = null)
        {
            using var l = Parameters.Scalar((double?)loc);
            using var s = Parameters.Scalar((double?)scale);
            return new Laplace(l, s, generator);
        }

        public static LogNormal LogNormal(Tensor loc, Tensor scale, Generator generator = null) => new(loc, scale, generator);

        public static Multinomial Multinomial(int total_count, Tensor probs = null, Tensor logits = null, Generator generator = null) =>
            new(total_count, probs, logits, generator);

        /// <summary>Every category with the same probability.</summary>
        public static Multinomial Multinomial(int total_count, int categories, Generator generator = null)
        {
            using var weights = Same(categories);
            return new Multinomial(total_count, weights, null, generator);
        }

        public static MultivariateNormal MultivariateNormal(Tensor loc, Tensor covariance_matrix = null, Tensor precision_matrix = null,
            Tensor scale_tril = null, Generator generator = null) => new(loc, covariance_matrix, precision_matrix, scale_tril, generator);

        public static Normal Normal(Tensor loc, Tensor scale, Generator generator = null) => new(loc, scale, generator);

        public static Normal Normal(float loc, float scale = 1, Generator generator = null)
        {
            using var l = Parameters.Scalar((float?)loc);
            using var s = Parameters.Scalar((float?)scale);
            return new Normal(l, s, generator);
        }

        public static Normal Normal(double loc, double scale = 1, Generator generator = null)
        {
            using var l = Parameters.Scalar((double?)loc);
            using var s = Parameters.Scalar((double?)scale);
            return new Normal(l, s, generator);
        }

        public static OneHotCategorical OneHotCategorical(Tensor probs = null, Tensor logits = null, Generator generator = null) =>
            new(probs, logits, generator);

        public static Poisson Poisson(Tensor rate, Generator generator = null) => new(rate, generator);

        public static Poisson Poisson(float rate, Generator generator = null)
        {
            using var r = Parameters.Scalar((float?)rate);
            return new Poisson(r, generator);
        }

        public static Poisson Poisson(double rate, Generator generator = null)
        {
            using var r = Parameters.Scalar((double?)rate);
            return new Poisson(r, generator);
        }

        public static Uniform Uniform(Tensor low, Tensor high, Generator generator = null) => new(low, high, generator);

        private static Tensor Same(int categories)
        {
            if (categories < 1)
                throw new ArgumentException($"categories is {categories}; there must be at least one.", nameof(categories));
            return FromSpan<float>([.. Enumerable.Repeat(1f / categories, categories)], ScalarType.Float32, [categories], null, null, false);
        }
    }
}
