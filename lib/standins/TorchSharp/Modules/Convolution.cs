using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the convolutions have in common: weight, bias and geometry.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(bias))]
    protected Parameter? _bias;

    [ComponentName(Name = nameof(weight))]
    protected Parameter? _weight;

    /// <summary>The padding as <c>pad</c> wants it: last dimension first, both sides of each.</summary>
    protected long[] _reversed_padding_repeated_twice = [];

    protected Convolution(string name, long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding,
        Padding? padding_type, long[] dilation, bool transposed, long[] output_padding, long groups, bool bias, PaddingModes padding_mode,
        Device? device = null, ScalarType? dtype = null)
        : base(name)
    {
        if (transposed && padding_mode != PaddingModes.Zeros)
            throw new ArgumentException("a transposed convolution pads with zeros only.", nameof(padding_mode));
        if (groups <= 0 || in_channels % groups != 0 || out_channels % groups != 0)
            throw new ArgumentException($"{in_channels} input and {out_channels} output channels do not fall into {groups} groups.", nameof(groups));
        this.in_channels = in_channels;
        this.out_channels = out_channels;
        this.kernel_size = kernel_size;
        this.stride = stride;
        this.dilation = dilation;
        this.transposed = transposed;
        this.output_padding = output_padding;
        this.groups = groups;
        this.padding_mode = padding_mode;
        if (padding_type is { } named)
            SetPadding(named);
        else
            SetPadding(padding ?? new long[kernel_size.Length]);
        var (outer, inner) = transposed ? (in_channels, out_channels / groups) : (out_channels, in_channels / groups);
        weight = Layers.Empty(device, dtype, [outer, inner, .. kernel_size]);
        if (bias)
            this.bias = Layers.Empty(device, dtype, out_channels);
        reset_parameters();
    }

    public Parameter? bias
    {
        get => _bias;
        set => ConditionallyRegisterParameter(nameof(bias), Layers.Replace(ref _bias, value));
    }

    public Parameter weight
    {
        get => _weight!;
        set => ConditionallyRegisterParameter(nameof(weight), Layers.Replace(ref _weight, value ?? throw new ArgumentNullException(nameof(value))));
    }

    public long in_channels { get; }

    public long out_channels { get; }

    public bool transposed { get; }

    /// <summary>Null where <see cref="padding"/> says it in numbers.</summary>
    public Padding? padding_type { get; private set; }

    public long[]? padding { get; private set; }

    public PaddingModes padding_mode { get; set; }

    public long groups { get; set; }

    public long[] kernel_size { get; set; }

    public long[] stride { get; set; }

    public long[] dilation { get; set; }

    public long[] output_padding { get; set; }

    public void reset_parameters()
    {
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (bias is not null)
            Layers.UniformByFanIn(bias, weight);
    }

    public void SetPadding(long[] padding)
    {
        (padding_type, this.padding) = (null, padding);
        _reversed_padding_repeated_twice = [.. padding.Reverse().SelectMany(n => (long[])[n, n])];
    }

    public void SetPadding(Padding padding)
    {
        if (transposed)
            throw new ArgumentException("a transposed convolution's padding is given in numbers.", nameof(padding));
        if (padding == Padding.Same && stride.Any(n => n != 1))
            throw new ArgumentException("the padding that keeps the size is not defined for a stride above 1.", nameof(padding));
        (padding_type, this.padding) = (padding, null);
        var around = new List<long>();
        for (var i = kernel_size.Length - 1; i >= 0; i--)
        {
            var total = padding == Padding.Same ? dilation[i] * (kernel_size[i] - 1) : 0;
            around.AddRange([total / 2, total - total / 2]);
        }

        _reversed_padding_repeated_twice = [.. around];
    }

    /// <summary>Whether the input has the module's channels, with or without a batch's dimension.</summary>
    protected bool ValidateShape(Tensor input, long dimensions)
    {
        var shape = input.shape;
        return (shape.Length == dimensions + 2 && shape[1] == in_channels) || (shape.Length == dimensions + 1 && shape[0] == in_channels);
    }

    /// <summary>Pads with anything but zeros, which the convolution itself does.</summary>
    private protected Tensor Around(Tensor input) => nn.functional.pad(input, _reversed_padding_repeated_twice, padding_mode);

    private protected void CheckInput(Tensor input, long dimensions)
    {
        if (!ValidateShape(input, dimensions))
            throw new ArgumentException(
                $"{GetName()} expects {dimensions + 1} (unbatched) or {dimensions + 2} (batched) dimensions with {in_channels} channels, not the shape "
                + $"[{string.Join(", ", input.shape)}].", nameof(input));
    }
}
