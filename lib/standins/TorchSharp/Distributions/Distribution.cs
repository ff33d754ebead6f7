#nullable disable annotations // as in the package: nothing here says which references may be null

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <summary>
        /// A probability distribution over tensors. A sample has the shape <c>sample_shape + batch_shape + event_shape</c>: as many draws as
        /// asked for, of independent distributions that need not be alike, of one event each.
        /// </summary>
        /// <remarks>
        /// Parameters are checked once, when the distribution is made: one that no distribution can have (NaN, infinite, a negative probability,
        /// a scale of 0) is an <see cref="ArgumentException"/> with the parameter's name. A distribution keeps its own handles to its parameters,
        /// so those that it was made from may be disposed; so may every tensor that a property returns.
        /// </remarks>
        public abstract class Distribution : IDisposable
        {
            protected const double euler_constant = 0.5772156649015329;

            /// <summary>Where random numbers come from; null is libtorch's own stream.</summary>
            protected Generator generator;

            private readonly List<Tensor> _kept = [];

            public Distribution(Generator generator, long[] batch_shape = null, long[] event_shape = null)
            {
                this.generator = generator;
                _init(batch_shape ?? [], event_shape ?? []);
            }

            public Distribution(Generator generator, Size batch_shape, Size? event_shape = null)
            {
                this.generator = generator;
                _init(batch_shape, event_shape);
            }

            ~Distribution() => Dispose(false);

            public Size batch_shape { get; protected set; }

            public Size event_shape { get; protected set; }

            public abstract Tensor mean { get; }

            public virtual Tensor mode => throw new NotSupportedException($"{GetType().Name} has no mode here.");

            public abstract Tensor variance { get; }

            public virtual Tensor stddev
            {
                get
                {
                    using var square = variance;
                    return square.sqrt();
                }
            }

            /// <summary>Draws without recording a gradient.</summary>
            public virtual Tensor sample(params long[] sample_shape)
            {
                using var off = no_grad();
                return rsample(sample_shape);
            }

            public Tensor sample(Size sample_shape) => sample(sample_shape.Shape);

            /// <summary>
            /// Draws so that the gradient flows from the sample to the parameters, where the distribution is continuous; draws of discrete ones
            /// have no gradient.
            /// </summary>
            public abstract Tensor rsample(params long[] sample_shape);

            public Tensor rsample(Size sample_shape) => rsample(sample_shape.Shape);

            /// <summary>The logarithm of the density, or of the probability, at a value.</summary>
            public abstract Tensor log_prob(Tensor value);

            /// <summary>In nats.</summary>
            public abstract Tensor entropy();

            /// <summary>The same distribution for a larger batch, without copies of its parameters.</summary>
            /// <param name="instance">Must be null: expanding into an existing distribution is not supported here.</param>
            public abstract Distribution expand(Size batch_shape, Distribution instance = null);

            public virtual Tensor cdf(Tensor value) => throw new NotSupportedException($"{GetType().Name} has no cdf here.");

            public virtual Tensor icdf(Tensor value) => throw new NotSupportedException($"{GetType().Name} has no icdf here.");

            public virtual Tensor enumerate_support(bool expand = true) =>
                throw new NotSupportedException($"{GetType().Name} cannot list its support here.");

            /// <summary>e to the power of the entropy.</summary>
            public virtual Tensor perplexity()
            {
                using var nats = entropy();
                return nats.exp();
            }

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
                if (!disposing)
                    return;
                foreach (var tensor in _kept)
                    tensor.Dispose();
                _kept.Clear();
            }

            protected void _init(Size? batch_shape = null, Size? event_shape = null)
            {
                this.batch_shape = batch_shape ?? Size.Empty;
                this.event_shape = event_shape ?? Size.Empty;
            }

#pragma warning disable CA1822 // members of the object, as in the package
            protected long[] ExtendedShape(params long[] sample_shape) => [.. sample_shape, .. batch_shape, .. event_shape];

            protected Tensor LogitsToProbs(Tensor logits, bool isBinary = false) => isBinary ? logits.sigmoid() : logits.softmax(-1);

            /// <summary>Probabilities of 0 and 1 are moved inwards by the dtype's epsilon, so that no logarithm is infinite.</summary>
            protected Tensor ProbsToLogits(Tensor probs, bool isBinary = false)
            {
                using var scope = NewDisposeScope();
                var inside = ClampProbs(probs);
                return (isBinary ? inside.log() - (-inside).log1p() : inside.log()).MoveToOuterDisposeScope();
            }

            protected Tensor ClampProbs(Tensor probs)
            {
                var epsilon = torch.finfo(probs.dtype).eps;
                return probs.clamp(epsilon, 1 - epsilon);
            }

            /// <summary>max(x, 0), whose gradient at 0 is one half.</summary>
            protected Tensor ClampByZero(Tensor x)
            {
                using var scope = NewDisposeScope();
                return ((x.clamp(min: 0) + x - x.clamp(max: 0)) / 2).MoveToOuterDisposeScope();
            }
#pragma warning restore CA1822

            /// <summary>Makes a tensor the distribution's own, out of reach of the scopes around it.</summary>
            private protected Tensor Keep(Tensor tensor)
            {
                _kept.Add(tensor.DetachFromDisposeScope());
                return tensor;
            }

            /// <summary>
            /// Computes what the distribution keeps from then on; always with gradients, since whoever asks first may do so without any.
            /// </summary>
            private protected Tensor KeepWithGradient(Func<Tensor> compute)
            {
                using var on = new GradModeGuard(true);
                return Keep(compute());
            }

            /// <summary>The shape of the parameters of this distribution in a batch of that shape, for <see cref="expand"/>.</summary>
            private protected static long[] InBatch(Size batch_shape, Distribution instance, params long[] rest) =>
                instance is null ? [.. batch_shape, .. rest]
                : throw new NotSupportedException("a distribution cannot be expanded into an existing one; leave 'instance' out.");

            private protected Tensor NaN(Tensor like)
            {
                using var off = no_grad();
                using var scalar = Noise.Full([], like, double.NaN);
                return scalar.expand(batch_shape.Shape);
            }
        }
    }
}
