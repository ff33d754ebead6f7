using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp;

/// <summary>Which .NET type holds an element of which dtype.</summary>
internal static class ElementType
{
    /// <exception cref="ArgumentException">No dtype has elements of this type.</exception>
    public static torch.ScalarType Of<T>() => Find(typeof(T))
        ?? throw new ArgumentException($"a tensor has no elements of type {typeof(T)}.");

    /// <exception cref="NotSupportedException">No dtype has elements of this type.</exception>
    public static torch.ScalarType Of(Type type) => Find(type)
        ?? throw new NotSupportedException($"a tensor has no elements of type {type}.");

    public static Type TypeOf(torch.ScalarType dtype) => dtype switch
    {
        torch.ScalarType.Byte => typeof(byte),
        torch.ScalarType.Int8 => typeof(sbyte),
        torch.ScalarType.Int16 => typeof(short),
        torch.ScalarType.Int32 => typeof(int),
        torch.ScalarType.Int64 => typeof(long),
        torch.ScalarType.Float16 => typeof(Half),
        torch.ScalarType.Float32 => typeof(float),
        torch.ScalarType.Float64 => typeof(double),
        torch.ScalarType.ComplexFloat32 => typeof((float, float)),
        torch.ScalarType.ComplexFloat64 => typeof(Complex),
        torch.ScalarType.Bool => typeof(bool),
        torch.ScalarType.BFloat16 => typeof(BFloat16),
        _ => throw new NotSupportedException($"elements of dtype {dtype} have no .NET type here."),
    };

    /// <summary>Whether a value of <typeparamref name="T"/> is an element of this dtype.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is<T>(torch.ScalarType dtype) => dtype switch
    {
        torch.ScalarType.Byte => typeof(T) == typeof(byte),
        torch.ScalarType.Int8 => typeof(T) == typeof(sbyte),
        torch.ScalarType.Int16 => typeof(T) == typeof(short),
        torch.ScalarType.Int32 => typeof(T) == typeof(int),
        torch.ScalarType.Int64 => typeof(T) == typeof(long),
        torch.ScalarType.Float16 => typeof(T) == typeof(Half),
        torch.ScalarType.Float32 => typeof(T) == typeof(float),
        torch.ScalarType.Float64 => typeof(T) == typeof(double),
        torch.ScalarType.ComplexFloat32 => typeof(T) == typeof((float, float)),
        torch.ScalarType.ComplexFloat64 => typeof(T) == typeof(Complex),
        torch.ScalarType.Bool => typeof(T) == typeof(bool),
        torch.ScalarType.BFloat16 => typeof(T) == typeof(BFloat16),
        _ => false,
    };

    private static torch.ScalarType? Find(Type type)
    {
        if (type == typeof((float, float)))
            return torch.ScalarType.ComplexFloat32;
        if (type == typeof(Complex))
            return torch.ScalarType.ComplexFloat64;
        if (type == typeof(Half))
            return torch.ScalarType.Float16;
        if (type == typeof(BFloat16))
            return torch.ScalarType.BFloat16;
        return Type.GetTypeCode(type) switch
        {
            _ when type.IsEnum => null,
            TypeCode.Byte => torch.ScalarType.Byte,
            TypeCode.SByte => torch.ScalarType.Int8,
            TypeCode.Int16 => torch.ScalarType.Int16,
            TypeCode.Int32 => torch.ScalarType.Int32,
            TypeCode.Int64 => torch.ScalarType.Int64,
            TypeCode.Single => torch.ScalarType.Float32,
            TypeCode.Double => torch.ScalarType.Float64,
            TypeCode.Boolean => torch.ScalarType.Bool,
            _ => null,
        };
    }
}
