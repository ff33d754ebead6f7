#nullable disable annotations

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>A function of tensors whose inverse and whose change of volume are known.</summary>
            public abstract class Transform
            {
#nullable restore annotations
                protected Transform? _inv;
#nullable disable annotations

                /// <summary>How many of the last dimensions it maps together; 0 for what is done element by element.</summary>
                public virtual int event_dim => 0;

                public virtual Transform inv => _inv ??= new InverseTransform(this);

                public virtual bool bijective => true;

                /// <summary>1 where it is increasing, −1 where it is decreasing.</summary>
                public Tensor sign => _sign();

                public Tensor forward(Tensor x) => _call(x);

                public virtual long[] forward_shape(long[] shape) => shape;

                public virtual long[] inverse_shape(long[] shape) => shape;

                protected internal virtual Tensor _sign() => throw new NotSupportedException($"{GetType().Name} has no sign here.");

                protected internal abstract Tensor _call(Tensor x);

                protected internal abstract Tensor _inverse(Tensor y);

                /// <summary>log |dy/dx|, at x with y = forward(x).</summary>
                protected internal virtual Tensor log_abs_det_jacobian(Tensor x, Tensor y) =>
                    throw new NotSupportedException($"{GetType().Name} has no volume change here.");

                protected internal static Tensor _sum_rightmost(Tensor value, int dim) =>
                    dim == 0 ? value.alias() : value.sum([.. Enumerable.Range(-dim, dim).Select(d => (long)d)]);

                private protected static Tensor Sign(double value) => Parameters.Scalar((float?)Math.Sign(value));
            }
        }
    }
}
