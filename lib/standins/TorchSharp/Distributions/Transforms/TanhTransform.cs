#nullable disable annotations

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>y = tanh x: squashes actions into (−1, 1).</summary>
            public class TanhTransform : Transform
            {
                public override bool bijective => true;

                protected internal override Tensor _sign() => Sign(1);

                protected internal override Tensor _call(Tensor x) => x.tanh();

                protected internal override Tensor _inverse(Tensor y)
                {
                    using var scope = NewDisposeScope();
                    return (((y + 1).log() - (1 - y).log()) * 0.5).MoveToOuterDisposeScope();
                }

                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y)
                {
                    using var scope = NewDisposeScope();
                    return (2 * (Math.Log(2) - x - (x * -2).softplus())).MoveToOuterDisposeScope();
                }
            }
        }
    }
}
