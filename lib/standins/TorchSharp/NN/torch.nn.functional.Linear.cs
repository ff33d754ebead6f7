using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>input·weightsᵀ + bias.</summary>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => Aten.linear.Call(input, weights, bias);

            public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null) =>
                Aten.bilinear.Call(input1, input2, weight, bias);

            /// <summary>The cosine of the angle between vectors along a dimension.</summary>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1E-08) =>
                Aten.cosine_similarity.Call(x1, x2, dim, eps);

            /// <summary>The p-norm of the difference along the last dimension.</summary>
            public static Tensor pairwise_distance(Tensor input1, Tensor input2, double p = 2, double eps = 1E-06, bool keepdim = false) =>
                Aten.pairwise_distance.Call(input1, input2, p, eps, keepdim);

            /// <summary>Zeros with a one at each index, in a new last dimension.</summary>
            /// <param name="num_classes">That dimension's size; -1 for one more than the largest index.</param>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => Aten.one_hot.Call(x, num_classes);

            /// <summary>Divides by the p-norm along a dimension (at least <paramref name="eps"/>).</summary>
            public static Tensor normalize(Tensor input, double p = 2, long dim = 1, double eps = 1E-12)
            {
                using var norm = Aten.linalg_vector_norm.Call(input, p, (long[])[dim], true);
                using var safe = Aten.clamp_min.Call(norm, eps);
                return Aten.div_Tensor.Call(input, safe);
            }

            /// <summary>Moves channels into the picture: [*, c·r², h, w] becomes [*, c, h·r, w·r].</summary>
            public static Tensor pixel_shuffle(Tensor input, long upscale_factor) => Aten.pixel_shuffle.Call(input, upscale_factor);

            /// <summary>The inverse of <see cref="pixel_shuffle"/>.</summary>
            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) => Aten.pixel_unshuffle.Call(input, downscale_factor);

            /// <summary>Takes sliding blocks out of pictures: [n, c, h, w] becomes [n, c·kernel, blocks].</summary>
            public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                unfold(input, (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            public static Tensor unfold(Tensor input, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null,
                (long, long)? stride = null) =>
                Aten.im2col.Call(input, List(kernel_size), List(dilation, 1), List(padding, 0), List(stride, 1));

            /// <summary>Adds sliding blocks up to pictures: [n, c·kernel, blocks] becomes [n, c, h, w].</summary>
            public static Tensor fold(Tensor input, long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                fold(input, (output_size, output_size), (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            public static Tensor fold(Tensor input, (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null,
                (long, long)? padding = null, (long, long)? stride = null) =>
                Aten.col2im.Call(input, List(output_size), List(kernel_size), List(dilation, 1), List(padding, 0), List(stride, 1));
        }
    }
}
