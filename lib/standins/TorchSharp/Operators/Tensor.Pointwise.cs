using TorchSharp.Modules;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static string NameOf(GELU.Approximate approximate) => approximate switch
        {
            GELU.Approximate.none => "none",
            GELU.Approximate.tanh => "tanh",
            _ => throw new ArgumentOutOfRangeException(nameof(approximate), approximate, "none or tanh was expected."),
        };

        private bool IsComplex => dtype is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

        public Tensor acos() => Aten.acos.Call(this);

        public Tensor acos_() => Aten.acos_.InPlace(this);

        public Tensor arccos() => acos();

        public Tensor arccos_() => acos_();

        public Tensor acosh() => Aten.acosh.Call(this);

        public Tensor acosh_() => Aten.acosh_.InPlace(this);

        public Tensor arccosh() => acosh();

        public Tensor arccosh_() => acosh_();

        public Tensor asin() => Aten.asin.Call(this);

        public Tensor asin_() => Aten.asin_.InPlace(this);

        public Tensor arcsin() => asin();

        public Tensor arcsin_() => asin_();

        public Tensor asinh() => Aten.asinh.Call(this);

        public Tensor asinh_() => Aten.asinh_.InPlace(this);

        public Tensor arcsinh() => asinh();

        public Tensor arcsinh_() => asinh_();

        public Tensor atan() => Aten.atan.Call(this);

        public Tensor atan_() => Aten.atan_.InPlace(this);

        public Tensor arctan() => atan();

        public Tensor arctan_() => atan_();

        public Tensor atanh() => Aten.atanh.Call(this);

        public Tensor atanh_() => Aten.atanh_.InPlace(this);

        public Tensor arctanh() => atanh();

        public Tensor arctanh_() => atanh_();

        public Tensor angle() => Aten.angle.Call(this);

        public Tensor ceil() => Aten.ceil.Call(this);

        public Tensor ceil_() => Aten.ceil_.InPlace(this);

        public Tensor cos() => Aten.cos.Call(this);

        public Tensor cos_() => Aten.cos_.InPlace(this);

        public Tensor cosh() => Aten.cosh.Call(this);

        public Tensor cosh_() => Aten.cosh_.InPlace(this);

        public Tensor deg2rad() => Aten.deg2rad.Call(this);

        public Tensor deg2rad_() => Aten.deg2rad_.InPlace(this);

        public Tensor digamma() => Aten.digamma.Call(this);

        public Tensor digamma_() => Aten.digamma_.InPlace(this);

        public Tensor erf() => Aten.erf.Call(this);

        public Tensor erf_() => Aten.erf_.InPlace(this);

        public Tensor erfc() => Aten.erfc.Call(this);

        public Tensor erfc_() => Aten.erfc_.InPlace(this);

        public Tensor erfinv() => Aten.erfinv.Call(this);

        public Tensor erfinv_() => Aten.erfinv_.InPlace(this);

        public Tensor exp() => Aten.exp.Call(this);

        public Tensor exp_() => Aten.exp_.InPlace(this);

        public Tensor exp2() => Aten.exp2.Call(this);

        public Tensor exp2_() => Aten.exp2_.InPlace(this);

        public Tensor expm1() => Aten.expm1.Call(this);

        public Tensor expm1_() => Aten.expm1_.InPlace(this);

        public Tensor fix() => trunc();

        public Tensor fix_() => trunc_();

        public Tensor floor() => Aten.floor.Call(this);

        public Tensor floor_() => Aten.floor_.InPlace(this);

        public Tensor frac() => Aten.frac.Call(this);

        public Tensor frac_() => Aten.frac_.InPlace(this);

        public (Tensor Mantissa, Tensor Exponent) frexp() => Aten.frexp_Tensor.Call2(this);

        public Tensor heaviside(Tensor other) => Aten.heaviside.Call(this, other);

        public Tensor heaviside_(Tensor other) => Aten.heaviside_.InPlace(this, other);

        public Tensor i0() => Aten.i0.Call(this);

        public Tensor i0_() => Aten.i0_.InPlace(this);

        public Tensor igamma(Tensor other) => Aten.igamma.Call(this, other);

        public Tensor igammac(Tensor other) => Aten.igammac.Call(this, other);

        public Tensor lgamma() => Aten.lgamma.Call(this);

        public Tensor lgamma_() => Aten.lgamma_.InPlace(this);

        public Tensor log() => Aten.log.Call(this);

        public Tensor log_() => Aten.log_.InPlace(this);

        public Tensor log10() => Aten.log10.Call(this);

        public Tensor log10_() => Aten.log10_.InPlace(this);

        public Tensor log1p() => Aten.log1p.Call(this);

        public Tensor log1p_() => Aten.log1p_.InPlace(this);

        public Tensor log2() => Aten.log2.Call(this);

        public Tensor log2_() => Aten.log2_.InPlace(this);

        public Tensor logit(double? eps = null) => Aten.logit.Call(this, eps);

        public Tensor logit_(double? eps = null) => Aten.logit_.InPlace(this, eps);

        public Tensor mvlgamma(long p) => Aten.mvlgamma.Call(this, p);

        public Tensor mvlgamma_(long p) => Aten.mvlgamma_.InPlace(this, p);

        /// <summary>Replaces NaN, +infinity (default: the greatest finite number) and -infinity (the lowest).</summary>
        public Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null) =>
            Aten.nan_to_num.Call(this, nan, posinf, neginf);

        public Tensor nan_to_num_(double nan = 0, double? posinf = null, double? neginf = null) =>
            Aten.nan_to_num_.InPlace(this, nan, posinf, neginf);

        public Tensor polygamma(long p) => Aten.polygamma.Call(p, this);

        public Tensor polygamma_(long p) => Aten.polygamma_.InPlace(this, p);

        public Tensor rad2deg() => Aten.rad2deg.Call(this);

        public Tensor rad2deg_() => Aten.rad2deg_.InPlace(this);

        public Tensor round(long decimals = 0) => decimals == 0 ? Aten.round.Call(this) : Aten.round_decimals.Call(this, decimals);

        public Tensor round_(long decimals = 0) =>
            decimals == 0 ? Aten.round_.InPlace(this) : Aten.round__decimals.InPlace(this, decimals);

        public Tensor sigmoid() => Aten.sigmoid.Call(this);

        public Tensor sigmoid_() => Aten.sigmoid_.InPlace(this);

        public Tensor sign() => Aten.sign.Call(this);

        public Tensor sign_() => Aten.sign_.InPlace(this);

        /// <summary>The sign; of a complex number z / |z|. (For real numbers the operator sgn of libtorch 1.13 gives gradients without memory.)</summary>
        public Tensor sgn() => IsComplex ? Aten.sgn.Call(this) : Aten.sign.Call(this);

        public Tensor sgn_() => IsComplex ? Aten.sgn_.InPlace(this) : Aten.sign_.InPlace(this);

        public Tensor signbit() => Aten.signbit.Call(this);

        public Tensor sin() => Aten.sin.Call(this);

        public Tensor sin_() => Aten.sin_.InPlace(this);

        public Tensor sinc() => Aten.sinc.Call(this);

        public Tensor sinc_() => Aten.sinc_.InPlace(this);

        public Tensor sinh() => Aten.sinh.Call(this);

        public Tensor sinh_() => Aten.sinh_.InPlace(this);

        public Tensor tan() => Aten.tan.Call(this);

        public Tensor tan_() => Aten.tan_.InPlace(this);

        public Tensor tanh() => Aten.tanh.Call(this);

        public Tensor tanh_() => Aten.tanh_.InPlace(this);

        public Tensor trunc() => Aten.trunc.Call(this);

        public Tensor trunc_() => Aten.trunc_.InPlace(this);

        public Tensor xlogy(Tensor y) => Aten.xlogy_Tensor.Call(this, y);

        public Tensor xlogy(Scalar y) => Aten.xlogy_Scalar_Other.Call(this, y);

        public Tensor xlogy_(Tensor y) => Aten.xlogy__Tensor.InPlace(this, y);

        public Tensor xlogy_(Scalar y) => Aten.xlogy__Scalar_Other.InPlace(this, y);

        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Aten.clamp.Call(this, min, max);

        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Aten.clamp_Tensor.Call(this, min, max);

        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Aten.clamp_.InPlace(this, min, max);

        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => Aten.clamp__Tensor.InPlace(this, min, max);

        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);

        public Tensor clamp_max(Scalar max) => Aten.clamp_max.Call(this, max);

        public Tensor clamp_max_(Scalar max) => Aten.clamp_max_.InPlace(this, max);

        public Tensor clamp_min(Scalar min) => Aten.clamp_min.Call(this, min);

        public Tensor clamp_min_(Scalar min) => Aten.clamp_min_.InPlace(this, min);

        public Tensor softmax(long dim, ScalarType? dtype = null) => Aten.softmax_int.Call(this, dim, dtype);

        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Aten.log_softmax_int.Call(this, dim, dtype);

        public Tensor softplus(double beta = 1, double threshold = 20) => Aten.softplus.Call(this, beta, threshold);

        public Tensor relu() => Aten.relu.Call(this);

        public Tensor relu_() => Aten.relu_.InPlace(this);

        public Tensor relu6() => Aten.relu6.Call(this);

        public Tensor relu6_() => Aten.relu6_.InPlace(this);

        /// <summary>As in evaluation: the slope for negative elements is the middle of the range.</summary>
        public Tensor rrelu(double lower = 0.125, double upper = 1.0 / 3.0) => Aten.rrelu.Call(this, lower, upper);

        public Tensor rrelu_(double lower = 0.125, double upper = 1.0 / 3.0) => Aten.rrelu_.InPlace(this, lower, upper);

        public Tensor celu() => Aten.celu.Call(this);

        public Tensor celu(Scalar alpha) => Aten.celu.Call(this, alpha);

        public Tensor celu_() => Aten.celu_.InPlace(this);

        public Tensor celu_(Scalar alpha) => Aten.celu_.InPlace(this, alpha);

        public Tensor elu(double alpha = 1) => Aten.elu.Call(this, alpha);

        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) => Aten.elu.Call(this, alpha, scale, input_scale);

        /// <summary>In place, as its name says; TorchSharp 0.107 leaves this tensor alone and returns a new one.</summary>
        public Tensor elu_(double alpha = 1) => Aten.elu_.InPlace(this, alpha);

        public Tensor elu_(Scalar alpha, Scalar scale, Scalar input_scale) => Aten.elu_.InPlace(this, alpha, scale, input_scale);

        public Tensor gelu() => Aten.gelu.Call(this);

        public Tensor gelu(GELU.Approximate approximate) => Aten.gelu.Call(this, NameOf(approximate));

        public Tensor gelu_() => Aten.gelu_.InPlace(this);

        public Tensor gelu_(GELU.Approximate approximate) => Aten.gelu_.InPlace(this, NameOf(approximate));

        public Tensor glu(long dim = -1) => Aten.glu.Call(this, dim);

        public Tensor hardsigmoid() => Aten.hardsigmoid.Call(this);

        public Tensor hardsigmoid_() => Aten.hardsigmoid_.InPlace(this);

        public Tensor hardswish() => Aten.hardswish.Call(this);

        public Tensor hardswish_() => Aten.hardswish_.InPlace(this);

        /// <summary>A new tensor; TorchSharp 0.107 returns this one unchanged.</summary>
        public Tensor hardtanh(Scalar min, Scalar max) => Aten.hardtanh.Call(this, min, max);

        public Tensor hardtanh_(Scalar min, Scalar max) => Aten.hardtanh_.InPlace(this, min, max);

        public Tensor leaky_relu(Scalar negative_slope) => Aten.leaky_relu.Call(this, negative_slope);

        public Tensor leaky_relu_(Scalar negative_slope) => Aten.leaky_relu_.InPlace(this, negative_slope);

        public Tensor selu() => Aten.selu.Call(this);

        public Tensor selu_() => Aten.selu_.InPlace(this);

        public Tensor silu() => Aten.silu.Call(this);

        public Tensor silu_() => Aten.silu_.InPlace(this);

        public Tensor log_sigmoid() => Aten.log_sigmoid.Call(this);

        /// <summary>x where x is above <paramref name="threshold"/>, else <paramref name="value"/>.</summary>
        public Tensor threshold(Scalar threshold, Scalar value) => Aten.threshold.Call(this, threshold, value);

        public Tensor threshold_(Scalar threshold, Scalar value) => Aten.threshold_.InPlace(this, threshold, value);

        public Tensor prelu(Tensor target) => Aten.prelu.Call(this, target);
    }
}
