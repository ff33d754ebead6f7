using System.Collections;
using System.Numerics;
using TorchSharp.Native;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements without a copy; the accessor keeps the tensor from the garbage collector.</summary>
        /// <exception cref="ArgumentException"><typeparamref name="T"/> is not this tensor's element type.</exception>
        /// <exception cref="InvalidOperationException">The tensor does not lie in the CPU's memory.</exception>
        public TensorAccessor<T> data<T>()
            where T : unmanaged => new(this);

        /// <summary>
        /// The memory of a contiguous CPU tensor, without a copy. A span does not keep the tensor alive: hold the tensor as long as the
        /// span is in use. <c>MemoryMarshal.Cast&lt;byte, float&gt;</c> gives the elements.
        /// </summary>
        /// <exception cref="InvalidOperationException">The tensor is not contiguous, not on the CPU, or larger than a span can be.</exception>
        public unsafe Span<byte> bytes
        {
            get
            {
                var info = Info;
                CheckReadable(info);
                var count = info.Numel * info.ItemSize;
                if (info.IsContiguous == 0)
                    throw new InvalidOperationException("the tensor is not contiguous: call contiguous() first.");
                if (count > int.MaxValue)
                    throw new InvalidOperationException($"the tensor has {count} bytes; a span can have {int.MaxValue}.");
                return count == 0 ? [] : new Span<byte>(DataPointer(), (int)count);
            }

            set
            {
                var here = bytes;
                if (value.Length != here.Length)
                    throw new ArgumentException($"the tensor has {here.Length} bytes, not {value.Length}.", nameof(value));
                value.CopyTo(here);
                GC.KeepAlive(this);
            }
        }

        /// <summary>The only element of a tensor that has one.</summary>
        /// <exception cref="ArgumentException">There is not exactly one, or <typeparamref name="T"/> is not its type.</exception>
        public unsafe T item<T>()
            where T : unmanaged
        {
            var info = Info;
            if (info.Numel != 1)
                throw new ArgumentException($"item() needs a tensor with one element; this one has {info.Numel}.");
            CheckType<T>((ScalarType)info.Dtype);
            if (info.DeviceType != (int)DeviceType.CPU)
            {
                using var here = cpu();
                return here.item<T>();
            }

            if (info.IsPlain == 0)
            {
                using var stored = clone();
                return stored.item<T>();
            }

            var result = *(T*)DataPointer();
            GC.KeepAlive(this);
            return result;
        }

        /// <summary>The only element of a tensor that has one, as a number of its kind.</summary>
        public Scalar ToScalar()
        {
            var (tag, bits, real, imaginary) = Aten.item.CallNumber(this);
            return tag switch
            {
                ArgTag.Int => (Scalar)bits,
                ArgTag.Bool => (Scalar)(bits != 0),
                ArgTag.Double => (Scalar)real,
                _ => (Scalar)new Complex(real, imaginary),
            };
        }

        /// <summary>Lists within lists (<see cref="ArrayList"/>) of scalars, or one scalar for a tensor without dimensions.</summary>
        public object tolist()
        {
            if (ndim == 0)
                return ToScalar();
            using var plain = detach();
            using var here = plain.cpu();
            using var dense = here.Stored();
            var next = 0L;
            var read = ElementReader.Of(dense, new ElementReader.ToScalar());
            return Nested(shape, 0, () => read(next++));
        }

        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);

        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);

        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);

        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);

        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);

        public sbyte ReadCpuSByte(long i) => ReadCpuValue<sbyte>(i);

        public short ReadCpuInt16(long i) => ReadCpuValue<short>(i);

        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);

        public float ReadCpuFloat16(long i) => (float)ReadCpuValue<Half>(i);

        public float ReadCpuBFloat16(long i) => ReadCpuValue<BFloat16>(i).ToSingle();

        /// <summary>One element, counted in row-major order of the shape.</summary>
        public T ReadCpuValue<T>(long i)
            where T : unmanaged => new TensorAccessor<T>(this).At(i);

        /// <summary>The elements one after the other in memory, as they are; the same memory where they lie so already.</summary>
        internal Tensor Stored() => Info.IsPlain == 0 ? Aten.clone.Call(this, 0L) : contiguous();

        /// <exception cref="ArgumentException"><typeparamref name="T"/> is not the type of such elements.</exception>
        internal static void CheckType<T>(ScalarType dtype)
        {
            if (!ElementType.Is<T>(dtype))
                throw new ArgumentException($"the tensor's elements are of dtype {dtype}, and {typeof(T)} is not the .NET type of these.");
        }

        /// <exception cref="InvalidOperationException">The CPU cannot read the tensor's elements where they are.</exception>
        internal static void CheckReadable(in TensorInfo info)
        {
            if (info.DeviceType != (int)DeviceType.CPU)
                throw new InvalidOperationException(
                    $"the tensor lies on the device {new Device((DeviceType)info.DeviceType, info.DeviceIndex)}: call cpu() first.");
            if (info.IsStrided == 0)
                throw new InvalidOperationException("the tensor is sparse: it has no plain memory.");
            if (info.IsPlain == 0)
                throw new InvalidOperationException(
                    "the tensor's elements are noted, not stored (a lazy conjugate, or zeros without memory): call clone() first.");
        }

        private static ArrayList Nested(long[] shape, int depth, Func<Scalar> next)
        {
            var list = new ArrayList();
            for (var i = 0L; i < shape[depth]; i++)
                list.Add(depth == shape.Length - 1 ? next() : Nested(shape, depth + 1, next));
            return list;
        }
    }
}
