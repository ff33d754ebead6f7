using System.Numerics;
using TorchSharp.Native;

namespace TorchSharp;

/// <summary>A number that is not a tensor: integer, floating-point, Boolean or complex, converted from .NET's types.</summary>
public sealed class Scalar : IDisposable
{
    internal readonly Complex Number;
    internal readonly long Integer;

    private Scalar(torch.ScalarType type, Complex number, long integer = 0)
    {
        Type = type;
        Number = number;
        Integer = integer;
    }

    /// <summary>Int64, Float64, Bool or ComplexFloat64: libtorch keeps scalars in the widest type of their kind.</summary>
    public torch.ScalarType Type { get; }

    internal bool IsInteger => Type is torch.ScalarType.Int64 or torch.ScalarType.Bool;

    public static implicit operator Scalar(byte value) => (long)value;

    public static implicit operator Scalar(sbyte value) => (long)value;

    public static implicit operator Scalar(short value) => (long)value;

    public static implicit operator Scalar(int value) => (long)value;

    public static implicit operator Scalar(long value) => new(torch.ScalarType.Int64, value, value);

    public static implicit operator Scalar(Half value) => (double)value;

    public static implicit operator Scalar(BFloat16 value) => (double)value.ToSingle();

    public static implicit operator Scalar(float value) => (double)value;

    public static implicit operator Scalar(double value) => new(torch.ScalarType.Float64, value);

    public static implicit operator Scalar(bool value) => new(torch.ScalarType.Bool, value ? 1 : 0, value ? 1 : 0);

    public static implicit operator Scalar((float, float) value) => new Complex(value.Item1, value.Item2);

    public static implicit operator Scalar(Complex value) => new(torch.ScalarType.ComplexFloat64, value);

    /// <summary>Nothing to do: a scalar holds no native memory here.</summary>
    public void Dispose()
    {
    }

    internal Arg ToArg() => Type switch
    {
        torch.ScalarType.Int64 => Integer,
        torch.ScalarType.Bool => Integer != 0,
        torch.ScalarType.Float64 => Number.Real,
        _ => Arg.Complex(Number.Real, Number.Imaginary),
    };
}
