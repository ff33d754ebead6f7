using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly long[] s_zeros = [0];
            private static readonly long[] s_ones = [1];

            /// <summary>A convolution (cross-correlation) over signals of shape [batch, channels, length].</summary>
            public static Tensor conv1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null,
                long? dilation = null, long groups = 1) =>
                Aten.conv1d.Call(input, weight, bias, One(stride, 1), One(padding, 0), One(dilation, 1), groups);

            public static Tensor conv1d_padding(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null,
                Padding padding = Padding.Valid, long? dilation = null, long groups = 1) =>
                Aten.conv1d_padding.Call(input, weight, bias, One(stride, 1), Named(padding), One(dilation, 1), groups);

            /// <summary>A convolution (cross-correlation) over pictures of shape [batch, channels, height, width].</summary>
            public static Tensor conv2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                long[]? dilation = null, long groups = 1) =>
                Aten.conv2d.Call(input, weight, bias, strides ?? s_ones, padding ?? s_zeros, dilation ?? s_ones, groups);

            public static Tensor conv2d_padding(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                Aten.conv2d_padding.Call(input, weight, bias, strides ?? s_ones, Named(padding), dilation ?? s_ones, groups);

            /// <summary>A convolution (cross-correlation) over volumes of shape [batch, channels, depth, height, width].</summary>
            public static Tensor conv3d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                long[]? dilation = null, long groups = 1) =>
                Aten.conv3d.Call(input, weight, bias, strides ?? s_ones, padding ?? s_zeros, dilation ?? s_ones, groups);

            public static Tensor conv3d_padding(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                Aten.conv3d_padding.Call(input, weight, bias, strides ?? s_ones, Named(padding), dilation ?? s_ones, groups);

            /// <summary>The transpose of <see cref="conv1d"/>: what backpropagates through it.</summary>
            public static Tensor conv_transpose1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null,
                long? output_padding = null, long? dilation = null, long groups = 1) =>
                Aten.conv_transpose1d.Call(input, weight, bias, One(stride, 1), One(padding, 0), One(output_padding, 0), groups, One(dilation, 1));

            public static Tensor conv_transpose2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                Aten.conv_transpose2d_input.Call(input, weight, bias, strides ?? s_ones, padding ?? s_zeros, output_padding ?? s_zeros, groups,
                    dilation ?? s_ones);

            public static Tensor conv_transpose3d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null,
                long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                Aten.conv_transpose3d_input.Call(input, weight, bias, strides ?? s_ones, padding ?? s_zeros, output_padding ?? s_zeros, groups,
                    dilation ?? s_ones);

            private static long[] One(long? value, long otherwise) => [value ?? otherwise];

            private static string Named(Padding padding) => padding == Padding.Same ? "same" : "valid";
        }
    }
}
