using TorchSharp.Native;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements without a copy; the accessor keeps the tensor's memory alive.</summary>
        /// <exception cref="ArgumentException"><typeparamref name="T"/> is not this tensor's element type.</exception>
        public TensorAccessor<T> data<T>()
            where T : unmanaged => new(this);

        /// <summary>The only element of a tensor that has one.</summary>
        public T item<T>()
            where T : unmanaged
        {
            var count = numel();
            if (count != 1)
                throw new ArgumentException($"item() needs a tensor with one element; this one has {count}.");
            using var here = Aten.to_device.Call(detach().DetachFromDisposeScope(), new Device(DeviceType.CPU), dtype);
            return new TensorAccessor<T>(here)[0];
        }
    }
}
