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

        public long numel() => Info.Numel;

        public long dim() => Info.Dim;

        public bool is_contiguous() => Info.IsContiguous != 0;

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
    }
}
