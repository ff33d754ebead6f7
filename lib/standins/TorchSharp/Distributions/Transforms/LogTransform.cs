#nullable disable annotations

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>y = log x</summary>
            public class LogTransform : Transform
            {
                public override bool bijective => true;

                protected internal override Tensor _sign() => Sign(1);

                protected internal override Tensor _call(Tensor x) => x.log();

                protected internal override Tensor _inverse(Tensor y)
                {
                    using var scope = NewDisposeScope();
                    return (y.exp()).MoveToOuterDisposeScope();
                }

                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y)
                {
                    using var scope = NewDisposeScope();
                    return (-x.log()).MoveToOuterDisposeScope();
                }
            }
        }
    }
}
