using System.Runtime.CompilerServices;

namespace TorchSharp.Native;

/// <summary>One argument of an operator. Conversions make the call read like the operator's schema.</summary>
internal readonly struct Arg
{
    internal readonly object? Reference;
    internal readonly long Bits;
    internal readonly ArgTag Tag;

    private Arg(ArgTag tag, long bits = 0, object? reference = null)
    {
        Tag = tag;
        Bits = bits;
        Reference = reference;
    }

    /// <summary>The default that the operator's schema gives.</summary>
    public static Arg Default => default;

    /// <summary>None, for an optional argument.</summary>
    public static Arg None => new(ArgTag.None);

    public static implicit operator Arg(torch.Tensor? tensor) => new(tensor is null ? ArgTag.None : ArgTag.Tensor, 0, tensor);

    public static implicit operator Arg(long value) => new(ArgTag.Int, value);

    public static implicit operator Arg(int value) => new(ArgTag.Int, value);

    public static implicit operator Arg(long? value) => value is { } v ? v : None;

    public static implicit operator Arg(double value) => new(ArgTag.Double, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Arg(double? value) => value is { } v ? v : None;

    public static implicit operator Arg(bool value) => new(ArgTag.Bool, value ? 1 : 0);

    public static implicit operator Arg(bool? value) => value is { } v ? v : None;

    public static implicit operator Arg(string? value) => value is null ? None : new(ArgTag.String, 0, value);

    public static implicit operator Arg(long[]? values) => values is null ? None : new(ArgTag.IntList, 0, values);

    public static implicit operator Arg(ReadOnlySpan<long> values) => new(ArgTag.IntList, 0, values.ToArray());

    public static implicit operator Arg(double[]? values) => values is null ? None : new(ArgTag.DoubleList, 0, values);

    public static implicit operator Arg(bool[]? values) => values is null ? None : new(ArgTag.BoolList, 0, values);

    public static implicit operator Arg(torch.Tensor[] tensors) => new(ArgTag.TensorList, 0, tensors);

    public static implicit operator Arg(torch.ScalarType dtype) => new(ArgTag.Int, (long)dtype);

    public static implicit operator Arg(torch.ScalarType? dtype) => dtype is { } v ? v : None;

    public static implicit operator Arg(torch.Device? device) => device is null ? None : new(ArgTag.Device, device.Packed);

    public static implicit operator Arg(torch.Generator? generator) => generator is null ? None : new(ArgTag.Generator, 0, generator);

    public static implicit operator Arg(Scalar? scalar) => scalar is null ? None : scalar.ToArg();

    /// <summary>A list of tensors of which some may be absent (<c>Tensor?[]</c>).</summary>
    public static Arg OptionalTensors(torch.Tensor?[] tensors) => new(ArgTag.OptionalTensorList, 0, tensors);

    /// <summary>A list of scalars (<c>Scalar[]</c>).</summary>
    public static Arg Scalars(double[] values) => new(ArgTag.ScalarDoubleList, 0, values);

    internal static Arg Complex(double real, double imaginary) => new(ArgTag.Complex, 0, new[] { real, imaginary });

    /// <summary>How many 8-byte words the list that this argument refers to needs.</summary>
    internal int Words => Tag switch
    {
        ArgTag.IntList or ArgTag.ScalarIntList => Unsafe.As<long[]>(Reference!).Length,
        ArgTag.DoubleList or ArgTag.ScalarDoubleList or ArgTag.Complex => Unsafe.As<double[]>(Reference!).Length,
        ArgTag.TensorList or ArgTag.OptionalTensorList => ((torch.Tensor?[])Reference!).Length,
        ArgTag.BoolList => (((bool[])Reference!).Length + 7) / 8,
        ArgTag.String => (((string)Reference!).Length * 3 + 7) / 8,
        _ => 0,
    };
}
