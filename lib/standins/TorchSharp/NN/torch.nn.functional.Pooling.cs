using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor max_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null,
                bool ceil_mode = false) =>
                Aten.max_pool1d.Call(input, One(kernel_size, 0), One(stride, kernel_size), One(padding, 0), One(dilation, 1), ceil_mode);

            public static (Tensor output, Tensor indices) max_pool1d_with_indices(Tensor input, long kernel_size, long? stride = null,
                long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                Aten.max_pool1d_with_indices.Call2(input, One(kernel_size, 0), One(stride, kernel_size), One(padding, 0), One(dilation, 1),
                    ceil_mode);

            /// <param name="strides">The kernel's size where it is not given.</param>
            public static Tensor max_pool2d(Tensor input, long[] kernel_size, long[] strides = null!, long[] padding = null!,
                long[] dilation = null!, bool ceil_mode = false) =>
                Aten.max_pool2d.Call(input, kernel_size, strides ?? kernel_size, padding ?? s_zeros, dilation ?? s_ones, ceil_mode);

            public static (Tensor output, Tensor indices) max_pool2d_with_indices(Tensor input, long[] kernel_size, long[] strides = null!,
                long[] padding = null!, long[] dilation = null!, bool ceil_mode = false) =>
                Aten.max_pool2d_with_indices.Call2(input, kernel_size, strides ?? kernel_size, padding ?? s_zeros, dilation ?? s_ones, ceil_mode);

            /// <param name="strides">The kernel's size where it is not given.</param>
            public static Tensor max_pool3d(Tensor input, long[] kernel_size, long[] strides = null!, long[] padding = null!,
                long[] dilation = null!, bool ceil_mode = false) =>
                Aten.max_pool3d.Call(input, kernel_size, strides ?? kernel_size, padding ?? s_zeros, dilation ?? s_ones, ceil_mode);

            public static (Tensor output, Tensor indices) max_pool3d_with_indices(Tensor input, long[] kernel_size, long[] strides = null!,
                long[] padding = null!, long[] dilation = null!, bool ceil_mode = false) =>
                Aten.max_pool3d_with_indices.Call2(input, kernel_size, strides ?? kernel_size, padding ?? s_zeros, dilation ?? s_ones, ceil_mode);

            public static Tensor max_pool2d(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null,
                bool ceil_mode = false) =>
                Aten.max_pool2d.Call(input, One(kernel_size, 0), One(stride, kernel_size), One(padding, 0), One(dilation, 1), ceil_mode);

            public static Tensor max_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                (long, long)? dilation = null, bool ceil_mode = false) =>
                Aten.max_pool2d.Call(input, List(kernel_size), List(stride ?? kernel_size), List(padding, 0), List(dilation, 1), ceil_mode);

            public static Tensor avg_pool1d(Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false,
                bool count_include_pad = true) =>
                Aten.avg_pool1d.Call(input, One(kernel_size, 0), One(stride, kernel_size), One(padding, 0), ceil_mode, count_include_pad);

            /// <param name="stride">The kernel's size where it is not given.</param>
            /// <param name="divisor_override">What sums are divided by, instead of the number of elements.</param>
            public static Tensor avg_pool2d(Tensor input, long[] kernel_size, long[] stride = null!, long[] padding = null!,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                Aten.avg_pool2d.Call(input, kernel_size, stride ?? kernel_size, padding ?? s_zeros, ceil_mode, count_include_pad,
                    divisor_override);

            /// <param name="stride">The kernel's size where it is not given.</param>
            /// <param name="divisor_override">What sums are divided by, instead of the number of elements.</param>
            public static Tensor avg_pool3d(Tensor input, long[] kernel_size, long[] stride = null!, long[] padding = null!,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                Aten.avg_pool3d.Call(input, kernel_size, stride ?? kernel_size, padding ?? s_zeros, ceil_mode, count_include_pad,
                    divisor_override);

            public static Tensor avg_pool2d(Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                Aten.avg_pool2d.Call(input, One(kernel_size, 0), One(stride, kernel_size), One(padding, 0), ceil_mode, count_include_pad,
                    divisor_override);

            public static Tensor avg_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                Aten.avg_pool2d.Call(input, List(kernel_size), List(stride ?? kernel_size), List(padding, 0), ceil_mode, count_include_pad,
                    divisor_override);

            /// <summary>Means over as many equal parts as the result has elements.</summary>
            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) => Aten.adaptive_avg_pool1d.Call(input, One(output_size, 0));

            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) => Aten.adaptive_avg_pool2d.Call(input, output_size);

            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) =>
                Aten.adaptive_avg_pool2d.Call(input, List(output_size));

            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => adaptive_avg_pool2d(input, (output_size, output_size));

            public static Tensor adaptive_avg_pool3d(Tensor input, long[] output_size) => Aten.adaptive_avg_pool3d.Call(input, output_size);

            public static Tensor adaptive_avg_pool3d(Tensor input, (long, long, long) output_size) =>
                Aten.adaptive_avg_pool3d.Call(input, List(output_size));

            public static Tensor adaptive_avg_pool3d(Tensor input, long output_size) =>
                adaptive_avg_pool3d(input, (output_size, output_size, output_size));

            /// <summary>Maxima over as many equal parts as the result has elements.</summary>
            public static Tensor adaptive_max_pool1d(Tensor input, long output_size)
            {
                var (values, indices) = adaptive_max_pool1d_with_indices(input, output_size);
                indices.Dispose();
                return values;
            }

            public static (Tensor Values, Tensor Indices) adaptive_max_pool1d_with_indices(Tensor input, long output_size) =>
                Aten.adaptive_max_pool1d.Call2(input, One(output_size, 0));

            public static Tensor adaptive_max_pool2d(Tensor input, long[] output_size)
            {
                var (values, indices) = adaptive_max_pool2d_with_indices(input, output_size);
                indices.Dispose();
                return values;
            }

            public static (Tensor Values, Tensor Indices) adaptive_max_pool2d_with_indices(Tensor input, long[] output_size) =>
                Aten.adaptive_max_pool2d.Call2(input, output_size);
        }
    }
}
