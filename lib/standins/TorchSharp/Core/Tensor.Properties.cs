using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public long ndim => Info.Dim;

        public ScalarType dtype => (ScalarType)Info.Dtype;

        public unsafe long[] shape
        {
            get
            {
                var info = Info;
                var result = new ReadOnlySpan<long>(info.Sizes, (int)info.Dim).ToArray();
                GC.KeepAlive(this);
                return result;
            }
        }

        public long Dimensions => Info.Dim;

        public long NumberOfElements => Info.Numel;

        /// <summary>Bytes of one element.</summary>
        public long ElementSize => Info.ItemSize;

        public Device device
        {
            get
            {
                var info = Info;
                return info.DeviceType == (int)DeviceType.CPU ? CPU : new Device((DeviceType)info.DeviceType, info.DeviceIndex);
            }
        }

        public DeviceType device_type => (DeviceType)Info.DeviceType;

        /// <summary>-1 where the device has no number, as the CPU.</summary>
        public int device_index => Info.DeviceIndex;

        public bool is_cuda => device_type == DeviceType.CUDA;

        /// <summary>Whether the tensor has a shape but no memory.</summary>
        public bool is_meta => device_type == DeviceType.META;

        public bool is_sparse => Info.IsStrided == 0;

        /// <summary>Whether the tensor is no result of a recorded operation.</summary>
        public bool is_leaf => Info.IsLeaf != 0;

        public long numel() => Info.Numel;

        public long dim() => Info.Dim;

        public long element_size() => Info.ItemSize;

        public long storage_offset() => Info.StorageOffset;

        public bool is_cpu() => device_type == DeviceType.CPU;

        public bool is_contiguous() => Info.IsContiguous != 0;

        public bool is_integral() => torch.is_integral(dtype);

        public bool is_floating_point() => torch.is_floating_point(dtype);

        public bool is_complex() => torch.is_complex(dtype);

        /// <summary>Whether the only element of a tensor that has one differs from zero.</summary>
        public bool is_nonzero() => ToScalar().ToBoolean();

        public long[] size() => shape;

        /// <param name="dim">Negative: counted from the last one, which is -1.</param>
        public unsafe long size(int dim)
        {
            var info = Info;
            var result = info.Sizes[Wrapped(dim, info.Dim)];
            GC.KeepAlive(this);
            return result;
        }

        /// <summary>How many elements lie between neighbours, for every dimension.</summary>
        public unsafe long[] stride()
        {
            var info = Info;
            if (info.IsStrided == 0)
                throw new InvalidOperationException("a sparse tensor has no strides.");
            var result = new ReadOnlySpan<long>(info.Strides, (int)info.Dim).ToArray();
            GC.KeepAlive(this);
            return result;
        }

        public long stride(int dim) => stride()[Wrapped(dim, this.dim())];

        public unsafe bool requires_grad
        {
            get => Info.RequiresGrad != 0;
            set
            {
                Api.Instance.Check(Api.Instance.SetRequiresGrad(Handle, value ? 1 : 0), "requires_grad");
                GC.KeepAlive(this);
            }
        }

        public unsafe Tensor? grad
        {
            get
            {
                nint found;
                Api.Instance.Check(Api.Instance.Grad(Handle, &found), "grad");
                GC.KeepAlive(this);
                return WrapOrNull(found);
            }

            set
            {
                Api.Instance.Check(Api.Instance.SetGrad(Handle, value?.Handle ?? 0), "grad");
                GC.KeepAlive(this);
                GC.KeepAlive(value);
            }
        }

        private static int Wrapped(int dim, long dimensions)
        {
            var wrapped = dim < 0 ? dim + dimensions : dim;
            return wrapped >= 0 && wrapped < dimensions ? (int)wrapped
                : throw new ArgumentOutOfRangeException(nameof(dim), dim, $"the tensor has {dimensions} dimensions.");
        }
    }
}
