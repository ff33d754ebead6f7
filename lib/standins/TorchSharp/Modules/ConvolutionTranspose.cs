using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the transposed convolutions have in common.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    protected ConvolutionTranspose(string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding,
        Padding? padding_type, long[] dilation, bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode,
        Device? device = null, ScalarType? dtype = null)
        : base(name, in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, transposed, output_padding, groups, bias,
            padding_mode, device, dtype)
    {
    }

    public override Tensor forward(Tensor input) => forward(input, null);

    /// <param name="output_size">The sizes of the result, of which a strided convolution has several that lead to the same input.</param>
    public abstract Tensor forward(Tensor input, long[]? output_size);

    /// <summary>How much is added at one side so that the result has the wanted size.</summary>
    protected long[] _output_padding(Tensor input, long[]? output_size, long[] kernel_size, long[] stride, long[] padding, long[] dilation,
        long num_spatial_dims)
    {
        if (output_size is null)
            return output_padding;
        var sizes = input.shape[^(int)num_spatial_dims..];
        var wanted = output_size[^Math.Min(output_size.Length, sizes.Length)..];
        if (wanted.Length != sizes.Length)
            throw new ArgumentException($"output_size needs {sizes.Length} elements.", nameof(output_size));
        return [.. sizes.Select((size, i) =>
        {
            var least = (size - 1) * stride[i] - 2 * padding[i] + dilation[i] * (kernel_size[i] - 1) + 1;
            return wanted[i] >= least && wanted[i] < least + stride[i] ? wanted[i] - least
                : throw new ArgumentException($"size {wanted[i]} of dimension {i} is not between {least} and {least + stride[i] - 1}.", nameof(output_size));
        })];
    }
}
