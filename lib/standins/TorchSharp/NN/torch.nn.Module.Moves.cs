using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking)
            {
                CheckDtype(dtype);
                _toEpilog(device, dtype, non_blocking);
                return this;
            }

            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
            {
                _toEpilog(deviceType, deviceIndex, non_blocking);
                return this;
            }

            protected internal virtual Module _to(ScalarType dtype, bool non_blocking)
            {
                CheckDtype(dtype);
                _toEpilog(dtype, non_blocking);
                return this;
            }

            /// <summary>Gives the floating-point parameters and buffers the other tensor's dtype, and all of them its device.</summary>
            public Module _to(Tensor other, bool non_blocking)
            {
                var info = other.Info;
                _to((ScalarType)info.Dtype, non_blocking);
                return _to((DeviceType)info.DeviceType, info.DeviceIndex, non_blocking);
            }

            protected void _toEpilog(ScalarType dtype, bool non_blocking) => _toEpilog(dtype, null, non_blocking);

            protected void _toEpilog(Device device, ScalarType dtype, bool non_blocking) => _toEpilog(dtype, device, non_blocking);

            protected void _toEpilog(DeviceType deviceType, int deviceIndex, bool non_blocking) =>
                _toEpilog(null, new Device(deviceType, deviceIndex), non_blocking);

            /// <summary>
            /// Moves and converts the parameters and buffers of this module and of its submodules. Integers keep their dtype. Each tensor
            /// keeps its identity (only its memory changes, as in PyTorch), so that shared parameters stay shared and optimisers keep theirs.
            /// </summary>
            protected virtual void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
            {
                if (device is not null)
                    InitializeDeviceType(device.type);
                foreach (var module in children())
                {
                    if (device is null)
                        module._to(dtype!.Value, non_blocking);
                    else if (dtype is null)
                        module._to(device.type, device.index, non_blocking);
                    else
                        module._to(device, dtype.Value, non_blocking);
                }

                foreach (var (_, parameter) in _internal_params)
                    Move(parameter, dtype, device, non_blocking);
                foreach (var (_, (buffer, _)) in _internal_buffers)
                    Move(buffer, dtype, device, non_blocking);
                if (device is not null)
                    (_deviceType, _deviceIndex) = (device.type, device.index);
            }

            /// <summary>The data type and device that a layer's parameters get where the caller says nothing.</summary>
            protected static (Device device, ScalarType dtype) GetDefaultDeviceAndType(Device? device = null, ScalarType? dtype = null) =>
                (device ?? get_default_device(), dtype ?? get_default_dtype());

            internal static void Move(Tensor tensor, ScalarType? dtype, Device? device, bool non_blocking)
            {
                using var gradient = tensor.Info.IsLeaf != 0 ? tensor.grad : null;
                if (Moved(tensor, dtype, device, non_blocking) is not { } data)
                    return;
                using var _ = data;
                using var off = no_grad();
                if (gradient is not null)
                    tensor.grad = null;
                SetData(tensor, data);
                if (gradient is not null)
                {
                    using var moved = Moved(gradient, dtype, device, non_blocking);
                    tensor.grad = moved ?? gradient;
                }
            }

            /// <summary>The tensor's values elsewhere or in another dtype; null where it is so already.</summary>
            private static Tensor? Moved(Tensor tensor, ScalarType? dtype, Device? device, bool non_blocking)
            {
                var info = tensor.Info;
                var (type, place) = ((ScalarType)info.Dtype, new Device((DeviceType)info.DeviceType, info.DeviceIndex));
                var wanted = dtype is { } t && IsFloatingOrComplex(type) ? t : type;
                var there = device ?? place;
                if (wanted == type && there.type == place.type && there.index == place.index)
                    return null;
                using var off = no_grad();
                return Aten.to_device.Call(tensor, there, wanted, non_blocking);
            }

            private static unsafe void SetData(Tensor tensor, Tensor data)
            {
                tensor.Moves++;
                Api.Instance.Check(Api.Instance.SetData(tensor.Handle, data.Handle), "set_data");
                GC.KeepAlive(tensor);
                GC.KeepAlive(data);
            }

            private static void CheckDtype(ScalarType dtype)
            {
                if (!IsFloatingOrComplex(dtype))
                    throw new ArgumentException($"a module's dtype must be floating-point or complex, not {dtype}.", nameof(dtype));
            }

            private static bool IsFloatingOrComplex(ScalarType type) =>
                type is ScalarType.Float16 or ScalarType.Float32 or ScalarType.Float64 or ScalarType.BFloat16
                    or ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;
        }
    }
}
