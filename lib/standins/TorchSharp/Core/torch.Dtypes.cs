using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
#pragma warning disable CA2211 // fields that could be assigned to, as in TorchSharp
    public static ScalarType @bool = ScalarType.Bool;
    public static ScalarType uint8 = ScalarType.Byte;
    public static ScalarType int8 = ScalarType.Int8;
    public static ScalarType int16 = ScalarType.Int16;
    public static ScalarType int32 = ScalarType.Int32;
    public static ScalarType int64 = ScalarType.Int64;
    public static ScalarType bfloat16 = ScalarType.BFloat16;
    public static ScalarType float16 = ScalarType.Float16;
    public static ScalarType float32 = ScalarType.Float32;
    public static ScalarType float64 = ScalarType.Float64;
    public static ScalarType complex64 = ScalarType.ComplexFloat32;
    public static ScalarType complex128 = ScalarType.ComplexFloat64;
    public static ScalarType @short = ScalarType.Int16;
    public static ScalarType @int = ScalarType.Int32;
    public static ScalarType @long = ScalarType.Int64;
    public static ScalarType half = ScalarType.Float16;
    public static ScalarType @float = ScalarType.Float32;
    public static ScalarType @double = ScalarType.Float64;
    public static ScalarType cfloat = ScalarType.ComplexFloat32;
    public static ScalarType cdouble = ScalarType.ComplexFloat64;
#pragma warning restore CA2211

    /// <summary>The dtype of new tensors that are not told theirs; float32 unless set otherwise.</summary>
    public static unsafe ScalarType get_default_dtype() => (ScalarType)Api.Instance.DefaultDtype();

    /// <param name="dtype">A floating-point type.</param>
    public static unsafe void set_default_dtype(ScalarType dtype)
    {
        if (!is_floating_point(dtype))
            throw new ArgumentException($"the default dtype is a floating-point type; {dtype} is none.", nameof(dtype));
        Api.Instance.Check(Api.Instance.SetDefaultDtype((int)dtype), "set_default_dtype");
    }

    /// <summary>Whether the dtype holds integers or Booleans.</summary>
    public static bool is_integral(ScalarType type) => type is ScalarType.Byte or ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32
        or ScalarType.Int64 or ScalarType.Bool;

    public static bool is_integral(Tensor t) => is_integral(t.dtype);

    public static bool is_floating_point(ScalarType type) =>
        type is ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64;

    public static bool is_floating_point(Tensor input) => is_floating_point(input.dtype);

    public static bool is_complex(ScalarType type) => type is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

    public static bool is_complex(Tensor input) => is_complex(input.dtype);

    public static bool is_quantized(ScalarType type) => type is ScalarType.QInt8 or ScalarType.QUInt8 or ScalarType.QInt32;

    /// <summary>The largest value of an integer dtype.</summary>
    public static long max_int_value(ScalarType type) => type switch
    {
        ScalarType.Byte => byte.MaxValue,
        ScalarType.Int8 => sbyte.MaxValue,
        ScalarType.Int16 => short.MaxValue,
        ScalarType.Int32 => int.MaxValue,
        ScalarType.Int64 => long.MaxValue,
        _ => throw new ArgumentException($"{type} is no integer type.", nameof(type)),
    };

    /// <summary>The limits of the default dtype.</summary>
    public static FInfo finfo() => finfo(get_default_dtype());

    /// <param name="dtype">A floating-point type; a complex one means its parts.</param>
    public static FInfo finfo(ScalarType dtype) => dtype switch
    {
        ScalarType.Float16 => FloatLimits(16, Math.ScaleB(1, -10), (double)Half.MaxValue, Math.ScaleB(1, -14), 1e-3),
        ScalarType.BFloat16 => FloatLimits(16, Math.ScaleB(1, -7), (double)BFloat16.MaxValue, Math.ScaleB(1, -126), 1e-2),
        ScalarType.Float32 or ScalarType.ComplexFloat32 => FloatLimits(32, Math.ScaleB(1, -23), float.MaxValue, Math.ScaleB(1, -126), 1e-6),
        ScalarType.Float64 or ScalarType.ComplexFloat64 =>
            FloatLimits(64, Math.ScaleB(1, -52), double.MaxValue, Math.ScaleB(1, -1022), 1e-15),
        _ => throw new ArgumentException($"{dtype} is no floating-point type.", nameof(dtype)),
    };

    /// <summary>The smallest dtype that holds the values of both.</summary>
    public static ScalarType promote_types(ScalarType type1, ScalarType type2) => (ScalarType)Aten.promote_types.CallLong(type1, type2);

    /// <summary>The dtype of a result computed from both; a tensor without dimensions counts less than one with.</summary>
    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) =>
        (ScalarType)Aten.result_type_Tensor.CallLong(tensor1, tensor2);

    /// <summary>
    /// Whether results of one type may be stored in another: not from complex to real, from real to integer, or from number to Boolean.
    /// </summary>
    public static bool can_cast(ScalarType from, ScalarType to) => Aten.can_cast.CallBool(from, to);

    private static FInfo FloatLimits(int bits, double eps, double max, double tiny, double resolution) => new()
    {
        bits = bits,
        eps = eps,
        max = max,
        min = -max,
        tiny = tiny,
        smallest_normal = tiny,
        resolution = resolution,
    };
}
