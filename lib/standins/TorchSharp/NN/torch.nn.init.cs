using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Fills tensors with initial values, in place and without a graph; each function returns its tensor.</summary>
        public static partial class init
        {
            /// <summary>The factor that keeps the variance of activations through a layer with this nonlinearity.</summary>
            /// <param name="param">The negative slope of <see cref="NonlinearityType.LeakyReLU"/>.</param>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3,
                NonlinearityType.ReLU => Math.Sqrt(2),
                NonlinearityType.LeakyReLU => Math.Sqrt(2 / (1 + param * param)),
                _ => 1,
            };

            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            public static Tensor zeros_(Tensor tensor) => constant_(tensor, 0);

            public static Tensor constant_(Tensor tensor, Scalar val)
            {
                using var off = no_grad();
                return Aten.fill__Scalar.InPlace(tensor, val);
            }

            /// <summary>Ones on the diagonal of a matrix, zeros elsewhere.</summary>
            public static Tensor eye_(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length != 2)
                    throw new ArgumentException("only tensors with 2 dimensions are supported.", nameof(tensor));
                var values = new double[shape[0] * shape[1]];
                for (var i = 0L; i < Math.Min(shape[0], shape[1]); i++)
                    values[i * shape[1] + i] = 1;
                return Fill(tensor, values);
            }

            /// <summary>A convolution's weights that pass on as many channels as they can.</summary>
            public static Tensor dirac_(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length is < 3 or > 5)
                    throw new ArgumentException("only tensors with 3, 4 or 5 dimensions are supported.", nameof(tensor));
                var size = shape.Skip(2).Aggregate(1L, (a, n) => a * n);
                var centre = shape.Skip(2).Aggregate(0L, (a, n) => a * n + n / 2);
                var values = new double[shape[0] * shape[1] * size];
                for (var i = 0L; i < Math.Min(shape[0], shape[1]); i++)
                    values[(i * shape[1] + i) * size + centre] = 1;
                return Fill(tensor, values);
            }

            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator generator = null!)
            {
                using var off = no_grad();
                return Aten.uniform_.InPlace(tensor, low, high, generator);
            }

            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator generator = null!)
            {
                using var off = no_grad();
                return Aten.normal_.InPlace(tensor, mean, std, generator);
            }

            /// <summary>Normal values, cut off outside [a, b]: by the inverse of the cumulative distribution, nothing is drawn twice.</summary>
            public static Tensor trunc_normal_(Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2,
                Generator generator = null!)
            {
                using var off = no_grad();
                var (low, high) = (Cumulative((a - mean) / std), Cumulative((b - mean) / std));
                Aten.uniform_.InPlace(tensor, 2 * low - 1, 2 * high - 1, generator);
                Aten.erfinv_.InPlace(tensor);
                Aten.mul__Scalar.InPlace(tensor, std * Math.Sqrt(2));
                Aten.add__Scalar.InPlace(tensor, mean);
                return Aten.clamp_.InPlace(tensor, a, b);
            }

            /// <summary>Rows (or columns, where there are more rows) at right angles, from the QR decomposition of a normal matrix.</summary>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1)
            {
                var shape = tensor.shape;
                if (shape.Length < 2)
                    throw new ArgumentException("only tensors with 2 or more dimensions are supported.", nameof(tensor));
                using var off = no_grad();
                using var scope = NewDisposeScope();
                var rows = shape[0];
                var columns = rows == 0 ? 0 : tensor.numel() / rows;
                var flat = Aten.normal_.InPlace(EmptyLike(tensor, [rows, columns]));
                var (q, r) = Aten.linalg_qr.Call2(rows < columns ? Aten.t.Call(flat) : flat);
                q = Aten.mul_Tensor.Call(q, Aten.sign.Call(Aten.diagonal.Call(r)));
                if (rows < columns)
                    q = Aten.contiguous.Call(Aten.t.Call(q));
                Aten.copy_.InPlace(tensor, Aten.view.Call(Aten.contiguous.Call(q), shape));
                return Aten.mul__Scalar.InPlace(tensor, gain);
            }

            /// <summary>He's uniform values: in ±gain·√(3 / fan).</summary>
            public static Tensor kaiming_uniform_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3) * KaimingStd(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>He's normal values: with standard deviation gain / √fan.</summary>
            public static Tensor kaiming_normal_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) => normal_(tensor, 0, KaimingStd(tensor, a, mode, nonlinearity));

            /// <summary>Glorot's uniform values: in ±gain·√(6 / (fan in + fan out)).</summary>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1)
            {
                var bound = Math.Sqrt(3) * XavierStd(tensor, gain);
                return uniform_(tensor, -bound, bound);
            }

            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1) => xavier_uniform_(tensor, gain);

            /// <summary>Glorot's normal values: with standard deviation gain·√(2 / (fan in + fan out)).</summary>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1) => normal_(tensor, 0, XavierStd(tensor, gain));

            public static Tensor glorot_normal_(Tensor tensor, double gain = 1) => xavier_normal_(tensor, gain);

            /// <summary>How many inputs each output of a layer with this weight sums over, and how many outputs each input reaches.</summary>
            /// <exception cref="ArgumentException">The weight has fewer than two dimensions.</exception>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length < 2)
                    throw new ArgumentException("fan in and fan out cannot be computed for a tensor with fewer than 2 dimensions.", nameof(tensor));
                var field = shape.Skip(2).Aggregate(1L, (a, n) => a * n);
                return (shape[1] * field, shape[0] * field);
            }

            private static double KaimingStd(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            private static double XavierStd(Tensor tensor, double gain)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return gain * Math.Sqrt(2.0 / (fanIn + fanOut));
            }

            private static Tensor Fill(Tensor tensor, double[] values)
            {
                using var off = no_grad();
                using var source = FromSpan<double>(values, ScalarType.Float64, tensor.shape, null, null, false);
                return Aten.copy_.InPlace(tensor, source);
            }

            private static Tensor EmptyLike(Tensor tensor, long[] shape)
            {
                var info = tensor.Info;
                return Aten.empty.Call(shape, (ScalarType)info.Dtype, Arg.Default, new Device((DeviceType)info.DeviceType, info.DeviceIndex));
            }

            /// <summary>The standard normal distribution up to <paramref name="x"/>, through libtorch's error function.</summary>
            private static double Cumulative(double x)
            {
                using var at = FromSpan<double>([x / Math.Sqrt(2)], ScalarType.Float64, [], null, null, false);
                using var erf = Aten.erf.Call(at);
                return (1 + erf.item<double>()) / 2;
            }
        }
    }
}
