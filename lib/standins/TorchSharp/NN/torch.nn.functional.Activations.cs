using TorchSharp.Modules;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>max(0, x) + min(0, α·(exp(x / α) − 1)).</summary>
            public static Tensor celu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? Aten.celu_.InPlace(x, alpha) : Aten.celu.Call(x, alpha);

            /// <summary>x where it is positive, α·(exp(x) − 1) elsewhere.</summary>
            public static Tensor elu(Tensor x, double alpha, bool inplace = false) =>
                inplace ? Aten.elu_.InPlace(x, alpha) : Aten.elu.Call(x, alpha);

            /// <summary>The logistic function drawn with three lines.</summary>
            public static Tensor hardsigmoid(Tensor input, bool inplace = false) =>
                inplace ? Aten.hardsigmoid_.InPlace(input) : Aten.hardsigmoid.Call(input);

            /// <summary>x · <see cref="hardsigmoid"/>(x).</summary>
            public static Tensor hardswish(Tensor input, bool inplace = false) =>
                inplace ? Aten.hardswish_.InPlace(input) : Aten.hardswish.Call(input);

            /// <summary>x, kept between two values.</summary>
            public static Tensor hardtanh(Tensor x, double min_val = -1, double max_val = 1, bool inplace = false) =>
                inplace ? Aten.hardtanh_.InPlace(x, min_val, max_val) : Aten.hardtanh.Call(x, min_val, max_val);

            /// <summary>x where it is positive, a fraction of it elsewhere.</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace ? Aten.leaky_relu_.InPlace(input, negative_slope) : Aten.leaky_relu.Call(input, negative_slope);

            /// <summary>x · tanh(softplus(x)).</summary>
            public static Tensor mish(Tensor x, bool inplace = false) =>
                inplace ? Aten.mish_.InPlace(x) : Aten.mish.Call(x);

            /// <summary>max(0, x).</summary>
            public static Tensor relu(Tensor x, bool inplace = false) =>
                inplace ? Aten.relu_.InPlace(x) : Aten.relu.Call(x);

            /// <summary>min(6, max(0, x)).</summary>
            public static Tensor relu6(Tensor x, bool inplace = false) =>
                inplace ? Aten.relu6_.InPlace(x) : Aten.relu6.Call(x);

            /// <summary><see cref="elu"/> with the constants that keep mean 0 and variance 1.</summary>
            public static Tensor selu(Tensor x, bool inplace = false) =>
                inplace ? Aten.selu_.InPlace(x) : Aten.selu.Call(x);

            /// <summary>x · sigmoid(x), also called swish.</summary>
            public static Tensor silu(Tensor x, bool inplace = false) =>
                inplace ? Aten.silu_.InPlace(x) : Aten.silu.Call(x);

            public static Tensor tanh(Tensor x, bool inplace = false) =>
                inplace ? Aten.tanh_.InPlace(x) : Aten.tanh.Call(x);

            /// <summary>x where it is above a threshold, another value elsewhere.</summary>
            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                inplace ? Aten.threshold_.InPlace(x, threshold, value) : Aten.threshold.Call(x, threshold, value);

            /// <summary>x · Φ(x), with the standard normal distribution's cumulative function Φ.</summary>
            public static Tensor gelu(Tensor x) => gelu(x, Modules.GELU.Approximate.none);

            public static Tensor gelu(Tensor x, bool inplace) => gelu(x, Modules.GELU.Approximate.none, inplace);

            /// <param name="approximate">With <c>tanh</c> Φ is approximated through the hyperbolic tangent, as GPT-2 has it.</param>
            public static Tensor gelu(Tensor x, GELU.Approximate approximate, bool inplace = false) =>
                inplace ? Aten.gelu_.InPlace(x, approximate.ToString()) : Aten.gelu.Call(x, approximate.ToString());

            /// <summary>The first half of the elements along a dimension times the sigmoid of the second half.</summary>
            public static Tensor glu(Tensor input, long dim = -1) => Aten.glu.Call(input, dim);

            /// <summary>x, with zero where |x| is at most λ.</summary>
            public static Tensor hardshrink(Tensor x, double lambda = 0.5) => Aten.hardshrink.Call(x, lambda);

            public static Tensor logsigmoid(Tensor x) => Aten.log_sigmoid.Call(x);

            public static Tensor log_softmax(Tensor x, long dim) => Aten.log_softmax_int.Call(x, dim);

            /// <summary><see cref="leaky_relu"/> with slopes that are learned, one for all or one a channel.</summary>
            public static Tensor prelu(Tensor input, Tensor weight) => Aten.prelu.Call(input, weight);

            /// <summary><see cref="leaky_relu"/> with the mean of the two slopes, as outside training.</summary>
            public static Tensor rrelu(Tensor x, double lower = 0.125, double upper = 1.0 / 3, bool inplace = false) =>
                inplace ? Aten.rrelu_.InPlace(x, lower, upper) : Aten.rrelu.Call(x, lower, upper);

            public static Tensor sigmoid(Tensor x) => Aten.sigmoid.Call(x);

            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? Aten.sigmoid_.InPlace(x) : Aten.sigmoid.Call(x);

            /// <summary>exp(x) divided by its sum along a dimension.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Aten.softmax_int.Call(input, dim, dtype);

            /// <summary>The softmax over the channels of a picture.</summary>
            public static Tensor softmax2d(Tensor x) => softmax(x, -3);

            /// <summary>The softmax of −x.</summary>
            public static Tensor softmin(Tensor x, long dim)
            {
                using var negative = Aten.neg.Call(x);
                return softmax(negative, dim);
            }

            /// <summary>log(1 + exp(β·x)) / β; x itself where β·x is above the threshold.</summary>
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => Aten.softplus.Call(x, beta, threshold);

            /// <summary>x, moved towards zero by λ.</summary>
            public static Tensor softshrink(Tensor x, double lambda = 0.5) => Aten.softshrink.Call(x, lambda);

            /// <summary>x / (1 + |x|).</summary>
            public static Tensor softsign(Tensor x, bool inplace = false)
            {
                using var size = Aten.abs.Call(x);
                using var below = Aten.add_Scalar.Call(size, 1);
                var result = Aten.div_Tensor.Call(x, below);
                return inplace ? Overwritten(x, result) : result;
            }

            /// <summary>x − tanh(x).</summary>
            public static Tensor tanhshrink(Tensor x, bool inplace = false)
            {
                using var curve = Aten.tanh.Call(x);
                var result = Aten.sub_Tensor.Call(x, curve);
                return inplace ? Overwritten(x, result) : result;
            }

            private static Tensor Overwritten(Tensor x, Tensor result)
            {
                using var _ = result;
                return Aten.copy_.InPlace(x, result);
            }
        }
    }
}
