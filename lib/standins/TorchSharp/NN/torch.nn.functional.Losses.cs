using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <param name="pos_weights">Weights of the positive examples, one for each class.</param>
            public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean,
                Tensor? pos_weights = null)
            {
                CheckSameShape(input, target);
                return Aten.binary_cross_entropy_with_logits.Call(input, target, weight, pos_weights, (long)reduction);
            }

            /// <param name="input">Probabilities.</param>
            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                CheckSameShape(input, target);
                return Aten.binary_cross_entropy.Call(input, target, weight, (long)reduction);
            }

            /// <param name="input">Logits, with the classes in dimension 1 (0, where there is only one).</param>
            /// <param name="target">Indices of classes, or probabilities in the shape of <paramref name="input"/>.</param>
            /// <param name="weight">One for each class.</param>
            /// <param name="ignore_index">Targets that do not count.</param>
            public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100,
                Reduction reduction = Reduction.Mean, double label_smoothing = 0.0) =>
                Aten.cross_entropy_loss.Call(input, target, weight, (long)reduction, ignore_index, label_smoothing);

            /// <param name="log_input">Whether <paramref name="input"/> is the logarithm of the rate.</param>
            /// <param name="full">Adds Stirling's approximation of the term that does not depend on the input.</param>
            public static Tensor poisson_nll_loss(Tensor input, Tensor target, bool log_input = true, bool full = false, float eps = 1e-8f,
                Reduction reduction = Reduction.Mean) =>
                Aten.poisson_nll_loss.Call(input, target, log_input, full, (double)eps, (long)reduction);

            /// <param name="target">1 for pairs that should be alike, -1 for others.</param>
            public static Tensor cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0.0,
                Reduction reduction = Reduction.Mean) =>
                Aten.cosine_embedding_loss.Call(input1, input2, target, margin, (long)reduction);

            public static Tensor ctc_loss(Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, long blank = 0,
                bool zero_infinity = false, Reduction reduction = Reduction.Mean) =>
                Aten.ctc_loss_Tensor.Call(log_probs, targets, input_lengths, target_lengths, blank, (long)reduction, zero_infinity);

            /// <remarks>The default margin is TorchSharp's, 0; PyTorch's is 1.</remarks>
            public static Tensor hinge_embedding_loss(Tensor input, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                Aten.hinge_embedding_loss.Call(input, target, margin, (long)reduction);

            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1.0, Reduction reduction = Reduction.Mean) =>
                Elementwise(Aten.huber_loss, input, target, reduction, delta);

            /// <param name="target">1 where the first should be larger, -1 where the second.</param>
            public static Tensor margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0.0,
                Reduction reduction = Reduction.Mean) =>
                Aten.margin_ranking_loss.Call(input1, input2, target, margin, (long)reduction);

            public static Tensor multi_label_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Aten.multilabel_margin_loss.Call(input, target, (long)reduction);

            public static Tensor multilabel_soft_margin_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                var likelihood = target * Aten.log_sigmoid.Call(input) + (1 - target) * Aten.log_sigmoid.Call(-input);
                var loss = weight is null ? -likelihood : -likelihood * weight;
                return Reduced(loss.mean([-1]), reduction).MoveToOuterDisposeScope();
            }

            /// <param name="p">1 or 2.</param>
            public static Tensor multi_margin_loss(Tensor input, Tensor target, int p = 1, double margin = 1.0, Tensor? weight = null,
                Reduction reduction = Reduction.Mean) =>
                Aten.multi_margin_loss.Call(input, target, p, margin, weight, (long)reduction);

            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Elementwise(Aten.mse_loss, input, target, reduction);

            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Elementwise(Aten.l1_loss, input, target, reduction);

            /// <param name="input">Logarithms of probabilities.</param>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                Aten.nll_loss_nd.Call(input, target, weight, (long)reduction);

            /// <summary>
            /// The negative logarithm of a normal density. As in TorchSharp, and unlike PyTorch, the first dimension counts examples, and the
            /// losses within an example are added up before the mean over examples is taken.
            /// </summary>
            /// <param name="full">Adds the term that does not depend on the input.</param>
            public static Tensor gaussian_nll_loss(Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1e-6f,
                Reduction reduction = Reduction.Mean)
            {
                CheckSameShape(input, target);
                using var scope = NewDisposeScope();
                var examples = input.shape is [var first, ..] ? first
                    : throw new ArgumentException("gaussian_nll_loss needs at least one dimension, that of the examples.", nameof(input));
                var (mean, wanted, spread) = (input.reshape(examples, -1), target.reshape(examples, -1), variance.reshape(examples, -1));
                if (spread.shape[1] != mean.shape[1] && spread.shape[1] != 1)
                    throw new ArgumentException("There must be a variance for each element, or one for each example.", nameof(variance));
                if (spread.lt(0).any().item<bool>())
                    throw new ArgumentException("A variance is negative.", nameof(variance));
                // Small ones are raised to eps, but their gradient goes through.
                var clamped = spread.clone();
                using (no_grad())
                    Aten.clamp_min_.Run(clamped, (double)eps);
                var difference = mean - wanted;
                var loss = ((clamped.log() + difference * difference / clamped) * 0.5).sum([1L]);
                if (full)
                    loss = loss + 0.5 * mean.shape[1] * Math.Log(2 * Math.PI);
                return Reduced(loss, reduction).MoveToOuterDisposeScope();
            }

            /// <param name="input">Logarithms of probabilities.</param>
            /// <param name="log_target">Whether <paramref name="target"/> is a logarithm too. The default is TorchSharp's; PyTorch's is false.</param>
            /// <remarks>The mean is over elements, not examples: take the sum and divide by the batch for the divergence itself.</remarks>
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) =>
                Aten.kl_div.Call(input, target, (long)reduction, log_target);

            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1.0) =>
                Elementwise(Aten.smooth_l1_loss, input, target, reduction, beta);

            public static Tensor soft_margin_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Aten.soft_margin_loss.Call(input, target, (long)reduction);

            public static Tensor triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, double margin = 1.0, long p = 2, double eps = 1e-06,
                bool swap = false, Reduction reduction = Reduction.Mean) =>
                Aten.triplet_margin_loss.Call(anchor, positive, negative, margin, (double)p, eps, swap, (long)reduction);

            /// <param name="distance">Null: Euclid's.</param>
            /// <param name="swap">Whether the distance from the positive to the negative counts where it is smaller.</param>
            public static Tensor triplet_margin_with_distance_loss(Tensor anchor, Tensor positive, Tensor negative,
                Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0, bool swap = false, Reduction reduction = Reduction.Mean)
            {
                using var scope = NewDisposeScope();
                distance ??= (x, y) => Aten.pairwise_distance.Call(x, y);
                var (near, far) = (distance(anchor, positive), distance(anchor, negative));
                if (swap)
                    far = far.minimum(distance(positive, negative));
                return Reduced((near - far + margin).clamp_min(0), reduction).MoveToOuterDisposeScope();
            }

            /// <summary>As in PyTorch, shapes are brought together first: the operators' own gradients would be of the wrong size.</summary>
            private static Tensor Elementwise(Op loss, Tensor input, Tensor target, Reduction reduction, double? width = null)
            {
                if (input.shape.SequenceEqual(target.shape))
                    return Of(input, target);
                var wide = Aten.broadcast_tensors.CallList((Tensor[])[input, target]);
                using (wide[0])
                using (wide[1])
                    return Of(wide[0], wide[1]);

                Tensor Of(Tensor a, Tensor b) => width is { } w ? loss.Call(a, b, (long)reduction, w) : loss.Call(a, b, (long)reduction);
            }

            private static Tensor Reduced(Tensor loss, Reduction reduction) => reduction switch
            {
                Reduction.None => loss,
                Reduction.Mean => loss.mean(),
                Reduction.Sum => loss.sum(),
                _ => throw new ArgumentOutOfRangeException(nameof(reduction), reduction, "reduction is None, Mean or Sum."),
            };

            private static void CheckSameShape(Tensor input, Tensor target)
            {
                if (!input.shape.SequenceEqual(target.shape))
                    throw new ArgumentException(
                        $"The target's shape [{string.Join(", ", target.shape)}] is not the input's, [{string.Join(", ", input.shape)}].", nameof(target));
            }
        }
    }
}
