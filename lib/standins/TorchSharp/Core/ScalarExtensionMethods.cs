using System.Numerics;

namespace TorchSharp;

/// <summary>From .NET's numbers to scalars and back. A value that the wanted type cannot hold throws; fractions are cut off.</summary>
public static class ScalarExtensionMethods
{
    public static Scalar ToScalar(this byte value) => value;

    public static Scalar ToScalar(this sbyte value) => value;

    public static Scalar ToScalar(this short value) => value;

    public static Scalar ToScalar(this int value) => value;

    public static Scalar ToScalar(this long value) => value;

    public static Scalar ToScalar(this float value) => value;

    public static Scalar ToScalar(this double value) => value;

    public static Scalar ToScalar(this (float, float) value) => value;

    public static Scalar ToScalar(this Complex value) => value;

    public static Scalar ToScalar(this bool value) => value;

    public static Scalar ToScalar(this Half value) => value;

    /// <summary>The number after rounding to bfloat16.</summary>
    public static Scalar ToBFloat16Scalar(this float value) => new BFloat16(value);

    public static Scalar ToScalar(this BFloat16 value) => value;

    public static Half ToHalf(this Scalar value) => (Half)value.ToDouble();

    public static BFloat16 ToBFloat16(this Scalar value) => (BFloat16)value.ToDouble();

    public static float ToSingle(this Scalar value) => (float)value.ToDouble();

    /// <exception cref="ArgumentException">The scalar is complex and not real.</exception>
    public static double ToDouble(this Scalar value) => value.Number.Imaginary == 0 ? value.Number.Real
        : throw new ArgumentException($"the complex number {value.Number.Real}+{value.Number.Imaginary}i is no real number.", nameof(value));

    /// <exception cref="OverflowException">The value lies outside the type's range.</exception>
    public static sbyte ToSByte(this Scalar value) => checked((sbyte)value.ToInt64());

    /// <exception cref="OverflowException">The value lies outside the type's range.</exception>
    public static byte ToByte(this Scalar value) => checked((byte)value.ToInt64());

    /// <exception cref="OverflowException">The value lies outside the type's range.</exception>
    public static short ToInt16(this Scalar value) => checked((short)value.ToInt64());

    /// <exception cref="OverflowException">The value lies outside the type's range.</exception>
    public static int ToInt32(this Scalar value) => checked((int)value.ToInt64());

    /// <exception cref="OverflowException">The value lies outside the type's range, or is not a number.</exception>
    public static long ToInt64(this Scalar value) => value.IsInteger ? value.Integer : checked((long)value.ToDouble());

    /// <summary>Whether it differs from zero.</summary>
    public static bool ToBoolean(this Scalar value) => value.Number != Complex.Zero;

    public static (float Real, float Imaginary) ToComplexFloat32(this Scalar value) =>
        ((float)value.Number.Real, (float)value.Number.Imaginary);

    public static Complex ToComplexFloat64(this Scalar value) => value.Number;
}
