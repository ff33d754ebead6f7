#nullable disable annotations

namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary>y = loc + scale · x</summary>
            public class AffineTransform : Transform
            {
                private readonly Tensor _loc;
                private readonly Tensor _scale;
                private readonly double _locNumber;
                private readonly double _scaleNumber;

                public AffineTransform(double loc, double scale, int event_dim = 0)
                {
                    if (!double.IsFinite(loc))
                        throw new ArgumentException($"loc is {loc}; it must be finite.", nameof(loc));
                    if (!double.IsFinite(scale) || scale == 0)
                        throw new ArgumentException($"scale is {scale}; it must be finite and not 0.", nameof(scale));
                    (_locNumber, _scaleNumber, this.event_dim) = (loc, scale, event_dim);
                }

                public AffineTransform(Tensor loc, Tensor scale, int event_dim = 0)
                {
                    _loc = Parameters.One(loc, nameof(loc)).DetachFromDisposeScope();
                    _scale = Parameters.One(scale, nameof(scale)).DetachFromDisposeScope();
                    Parameters.Finite(_loc, nameof(loc));
                    Parameters.Check(_scale, nameof(scale), s => s.isfinite().logical_and(s.abs() > 0), "finite and not 0");
                    this.event_dim = event_dim;
                }

                public override int event_dim { get; }

                public override bool bijective => true;

                public override long[] forward_shape(long[] shape) =>
                    _loc is null ? shape : Parameters.CommonShape(Parameters.CommonShape(shape, _loc.shape, nameof(shape)), _scale.shape, nameof(shape));

                public override long[] inverse_shape(long[] shape) => forward_shape(shape);

                protected internal override Tensor _sign() => _scale is null ? Sign(_scaleNumber) : _scale.sign();

                protected internal override Tensor _call(Tensor x)
                {
                    using var scaled = _scale is null ? x * _scaleNumber : x * _scale;
                    return _loc is null ? scaled + _locNumber : scaled + _loc;
                }

                protected internal override Tensor _inverse(Tensor y)
                {
                    using var shifted = _loc is null ? y - _locNumber : y - _loc;
                    return _scale is null ? shifted / _scaleNumber : shifted / _scale;
                }

                protected internal override Tensor log_abs_det_jacobian(Tensor x, Tensor y)
                {
                    using var scope = NewDisposeScope();
                    var log = _scale is null ? Noise.Full([], x, Math.Log(Math.Abs(_scaleNumber))) : _scale.abs().log();
                    var shape = _scale is null ? x.shape : Parameters.CommonShape(x.shape, _scale.shape, nameof(x));
                    return _sum_rightmost(log.expand(shape), event_dim).MoveToOuterDisposeScope();
                }
            }
        }
    }
}
