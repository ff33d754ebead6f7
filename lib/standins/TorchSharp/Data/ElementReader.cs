using System.Numerics;
using TorchSharp.Utils;

namespace TorchSharp;

/// <summary>Reads the elements of a tensor whatever their dtype.</summary>
internal static class ElementReader
{
    /// <summary>What to make of an element of each kind.</summary>
    internal interface IMap<out TResult>
    {
        TResult Integer(long value);

        /// <param name="bits">How many bits the element has: 16, 32 or 64.</param>
        TResult Real(double value, int bits);

        TResult Boolean(bool value);

        TResult Complex(Complex value);
    }

    /// <summary>From an index in row-major order to what the map makes of the element there.</summary>
    public static Func<long, TResult> Of<TResult>(torch.Tensor tensor, IMap<TResult> map) => tensor.dtype switch
    {
        torch.ScalarType.Byte => Each<byte, TResult>(tensor, v => map.Integer(v)),
        torch.ScalarType.Int8 => Each<sbyte, TResult>(tensor, v => map.Integer(v)),
        torch.ScalarType.Int16 => Each<short, TResult>(tensor, v => map.Integer(v)),
        torch.ScalarType.Int32 => Each<int, TResult>(tensor, v => map.Integer(v)),
        torch.ScalarType.Int64 => Each<long, TResult>(tensor, map.Integer),
        torch.ScalarType.Float16 => Each<Half, TResult>(tensor, v => map.Real((double)v, 16)),
        torch.ScalarType.BFloat16 => Each<BFloat16, TResult>(tensor, v => map.Real((double)v, 16)),
        torch.ScalarType.Float32 => Each<float, TResult>(tensor, v => map.Real(v, 32)),
        torch.ScalarType.Float64 => Each<double, TResult>(tensor, v => map.Real(v, 64)),
        torch.ScalarType.Bool => Each<bool, TResult>(tensor, map.Boolean),
        torch.ScalarType.ComplexFloat32 => Each<(float Real, float Imaginary), TResult>(tensor, v => map.Complex(new Complex(v.Real, v.Imaginary))),
        torch.ScalarType.ComplexFloat64 => Each<Complex, TResult>(tensor, map.Complex),
        var other => throw new NotSupportedException($"elements of dtype {other} cannot be read here."),
    };

    private static Func<long, TResult> Each<T, TResult>(torch.Tensor tensor, Func<T, TResult> map)
        where T : unmanaged
    {
        var elements = new TensorAccessor<T>(tensor);
        return i => map(elements.At(i));
    }

    internal sealed class ToScalar : IMap<Scalar>
    {
        public Scalar Integer(long value) => value;

        public Scalar Real(double value, int bits) => value;

        public Scalar Boolean(bool value) => value;

        public Scalar Complex(Complex value) => value;
    }
}
