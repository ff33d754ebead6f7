using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor cos(Tensor input) => input.cos();

    public partial class Tensor
    {
        public static Tensor operator +(Tensor left, Tensor right) => left.add(right);

        public static Tensor operator *(Tensor left, Tensor right) => left.mul(right);

        public Tensor add(Tensor target) => Aten.add_Tensor.Call(this, target);

        public Tensor add(Tensor target, Scalar alpha) => Aten.add_Tensor.Call(this, target, alpha);

        public Tensor mul(Tensor target) => Aten.mul_Tensor.Call(this, target);

        public Tensor cos() => Aten.cos.Call(this);
    }
}
