#nullable disable annotations

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>y = e^x</summary>
            public class ExpTransform : Transform
            {
                public override bool bijective => true;

                protected internal override Tensor _sign() => Sign(1);

                protected internal override Tensor _call(Tensor x) => x.exp();

                protected internal override Tensor _inverse(Tensor y)
                {
                    using var scope = NewDisposeScope();
                    return (y.log()).MoveToOuterDisposeScope();
                }

                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y)
                {
                    using var scope = NewDisposeScope();
                    return (x.alias()).MoveToOuterDisposeScope();
                }
            }
        }
    }
}
