#nullable disable annotations

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>One transform after the other.</summary>
            public class ComposeTransform : Transform
            {
                private readonly Transform[] _parts;

                /// <param name="cache_size">Accepted; nothing is cached.</param>
                public ComposeTransform(IEnumerable<Transform> parts, int cache_size = 0)
                {
                    ArgumentNullException.ThrowIfNull(parts);
                    _parts = [.. parts];
                }

                public override int event_dim => _parts.Length == 0 ? 0 : _parts.Max(p => p.event_dim);

                public override Transform inv => _inv ??= new ComposeTransform(_parts.Reverse().Select(p => p.inv));

                public override bool bijective => _parts.All(p => p.bijective);

                public override long[] forward_shape(long[] shape) => _parts.Aggregate(shape, (s, part) => part.forward_shape(s));

                public override long[] inverse_shape(long[] shape) => _parts.Reverse().Aggregate(shape, (s, part) => part.inverse_shape(s));

                protected internal override Tensor _sign()
                {
                    using var scope = NewDisposeScope();
                    return _parts.Select(p => p._sign()).Aggregate(Sign(1), (product, s) => product * s).MoveToOuterDisposeScope();
                }

                protected internal override Tensor _call(Tensor x)
                {
                    using var scope = NewDisposeScope();
                    return _parts.Aggregate(x.alias(), (value, part) => part._call(value)).MoveToOuterDisposeScope();
                }

                protected internal override Tensor _inverse(Tensor y)
                {
                    using var scope = NewDisposeScope();
                    return _parts.Reverse().Aggregate(y.alias(), (value, part) => part._inverse(value)).MoveToOuterDisposeScope();
                }

                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y)
                {
                    using var scope = NewDisposeScope();
                    var dims = event_dim;
                    var (value, sum) = (x, (Tensor)null);
                    foreach (var part in _parts)
                    {
                        var next = part._call(value);
                        var change = _sum_rightmost(part.log_abs_det_jacobian(value, next), dims - part.event_dim);
                        sum = sum is null ? change : sum + change;
                        value = next;
                    }

                    return (sum ?? x.zeros_like()).MoveToOuterDisposeScope();
                }
            }
        }
    }
}
