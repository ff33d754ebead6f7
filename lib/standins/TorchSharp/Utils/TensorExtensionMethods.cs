using System.Numerics;

namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>The shape in ints.</summary>
    public static ReadOnlySpan<int> IntShape(this torch.Tensor tensor) => Array.ConvertAll(tensor.shape, n => checked((int)n));

    /// <summary>Bytes of one element.</summary>
    public static int ElementSize(this torch.ScalarType type) => type switch
    {
        torch.ScalarType.Byte or torch.ScalarType.Int8 or torch.ScalarType.Bool or torch.ScalarType.QInt8 or torch.ScalarType.QUInt8 => 1,
        torch.ScalarType.Int16 or torch.ScalarType.Float16 or torch.ScalarType.BFloat16 => 2,
        torch.ScalarType.Int32 or torch.ScalarType.Float32 or torch.ScalarType.QInt32 => 4,
        torch.ScalarType.Int64 or torch.ScalarType.Float64 or torch.ScalarType.ComplexFloat32 => 8,
        torch.ScalarType.ComplexFloat64 => 16,
        _ => throw new ArgumentException($"{type} is no dtype.", nameof(type)),
    };

    /// <summary>How many elements a tensor of this shape has.</summary>
    public static long TotalSize(this IEnumerable<long> shape) => new torch.Size(shape).numel();

    /// <summary>A tensor of this shape over the array's own memory, or a copy where that is asked for.</summary>
    public static torch.Tensor ToTensor<T>(this T[] rawArray, long[] dimensions, bool doCopy = false, bool requires_grad = false)
    {
        if (dimensions.TotalSize() != rawArray.LongLength)
            throw new ArgumentException(
                $"{rawArray.LongLength} values do not fill the shape [{string.Join(", ", dimensions)}].", nameof(dimensions));
        var tensor = PinnedArray.Share(doCopy ? (T[])rawArray.Clone() : rawArray, 0, dimensions);
        if (requires_grad)
            tensor.requires_grad = true;
        return tensor;
    }

    /// <summary>A tensor without dimensions.</summary>
    public static torch.Tensor ToTensor<T>(this T scalar, torch.Device? device = null, bool requires_grad = false)
        where T : struct
    {
        using var tensor = PinnedArray.Share(new[] { scalar }, 0, []);
        var result = tensor.to(tensor.dtype, torch.InitializeDevice(device), copy: true);
        if (requires_grad)
            result.requires_grad = true;
        return result;
    }

    /// <summary>The only element as a number of this type: converted, not reinterpreted.</summary>
    public static float ToSingle(this torch.Tensor value) => value.ToScalar().ToSingle();

    public static double ToDouble(this torch.Tensor value) => value.ToScalar().ToDouble();

    public static Half ToHalf(this torch.Tensor value) => value.ToScalar().ToHalf();

    public static BFloat16 ToBFloat16(this torch.Tensor value) => value.ToScalar().ToBFloat16();

    public static sbyte ToSByte(this torch.Tensor value) => value.ToScalar().ToSByte();

    public static byte ToByte(this torch.Tensor value) => value.ToScalar().ToByte();

    public static short ToInt16(this torch.Tensor value) => value.ToScalar().ToInt16();

    public static int ToInt32(this torch.Tensor value) => value.ToScalar().ToInt32();

    public static long ToInt64(this torch.Tensor value) => value.ToScalar().ToInt64();

    public static bool ToBoolean(this torch.Tensor value) => value.ToScalar().ToBoolean();

    public static (float Real, float Imaginary) ToComplexFloat32(this torch.Tensor value) => value.ToScalar().ToComplexFloat32();

    public static Complex ToComplexFloat64(this torch.Tensor value) => value.ToScalar().ToComplexFloat64();

    public static (float Real, float Imaginary) ToComplex32(this torch.Tensor value) => value.ToScalar().ToComplexFloat32();

    public static Complex ToComplex64(this torch.Tensor value) => value.ToScalar().ToComplexFloat64();
}
