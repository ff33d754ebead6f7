#nullable disable annotations

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>A distribution with density exp(⟨t(x), θ⟩ − F(θ) + k(x)).</summary>
        public abstract class ExponentialFamily : Distribution
        {
            protected ExponentialFamily(Generator generator)
                : base(generator)
            {
            }

            public override Tensor entropy() => throw new NotSupportedException($"the entropy of {GetType().Name} has no closed form.");
        }
    }
}
