using TorchSharp.Native;

namespace TorchSharp;

/// <summary>
/// The operators that the distributions need, as extensions: C# prefers members, so each of these steps aside for the public member of the
/// same signature.
/// </summary>
internal static class Bridge
{
    private static readonly Op s_sub = new("aten::sub", "Tensor");
    private static readonly Op s_div = new("aten::div", "Tensor");
    private static readonly Op s_neg = new("aten::neg");
    private static readonly Op s_rsubScalar = new("aten::rsub", "Scalar");
    private static readonly Op s_subScalar = new("aten::sub", "Scalar");
    private static readonly Op s_addScalar = new("aten::add", "Scalar");
    private static readonly Op s_mulScalar = new("aten::mul", "Scalar");
    private static readonly Op s_divScalar = new("aten::div", "Scalar");
    private static readonly Op s_reciprocal = new("aten::reciprocal");
    private static readonly Op s_log = new("aten::log");
    private static readonly Op s_log1p = new("aten::log1p");
    private static readonly Op s_exp = new("aten::exp");
    private static readonly Op s_expm1 = new("aten::expm1");
    private static readonly Op s_abs = new("aten::abs");
    private static readonly Op s_sign = new("aten::sign");
    private static readonly Op s_floor = new("aten::floor");
    private static readonly Op s_sqrt = new("aten::sqrt");
    private static readonly Op s_square = new("aten::square");
    private static readonly Op s_sigmoid = new("aten::sigmoid");
    private static readonly Op s_tanh = new("aten::tanh");
    private static readonly Op s_softplus = new("aten::softplus");
    private static readonly Op s_lgamma = new("aten::lgamma");
    private static readonly Op s_digamma = new("aten::digamma");
    private static readonly Op s_xlogy = new("aten::xlogy", "Tensor");
    private static readonly Op s_erf = new("aten::erf");
    private static readonly Op s_erfinv = new("aten::erfinv");
    private static readonly Op s_clamp = new("aten::clamp");
    private static readonly Op s_where = new("aten::where", "self");
    private static readonly Op s_gt = new("aten::gt", "Scalar");
    private static readonly Op s_ge = new("aten::ge", "Scalar");
    private static readonly Op s_le = new("aten::le", "Scalar");
    private static readonly Op s_gtTensor = new("aten::gt", "Tensor");
    private static readonly Op s_geTensor = new("aten::ge", "Tensor");
    private static readonly Op s_leTensor = new("aten::le", "Tensor");
    private static readonly Op s_eqScalar = new("aten::eq", "Scalar");
    private static readonly Op s_logicalAnd = new("aten::logical_and");
    private static readonly Op s_all = new("aten::all");
    private static readonly Op s_isfinite = new("aten::isfinite");
    private static readonly Op s_sumDim = new("aten::sum", "dim_IntList");
    private static readonly Op s_logsumexp = new("aten::logsumexp");
    private static readonly Op s_softmax = new("aten::softmax", "int");
    private static readonly Op s_argmax = new("aten::argmax");
    private static readonly Op s_gather = new("aten::gather");
    private static readonly Op s_scatterAdd = new("aten::scatter_add");
    private static readonly Op s_alias = new("aten::alias");
    private static readonly Op s_expand = new("aten::expand");
    private static readonly Op s_reshape = new("aten::reshape");
    private static readonly Op s_squeeze = new("aten::squeeze", "dim");
    private static readonly Op s_unsqueeze = new("aten::unsqueeze");
    private static readonly Op s_transpose = new("aten::transpose", "int");
    private static readonly Op s_select = new("aten::select", "int");
    private static readonly Op s_stack = new("aten::stack");
    private static readonly Op s_flip = new("aten::flip");
    private static readonly Op s_diagonal = new("aten::diagonal");
    private static readonly Op s_tril = new("aten::tril");
    private static readonly Op s_matmul = new("aten::matmul");
    private static readonly Op s_zerosLike = new("aten::zeros_like");
    private static readonly Op s_onesLike = new("aten::ones_like");
    private static readonly Op s_fullLike = new("aten::full_like");
    private static readonly Op s_multinomial = new("aten::multinomial");
    private static readonly Op s_bernoulli = new("aten::bernoulli");
    private static readonly Op s_poisson = new("aten::poisson");

    extension(torch.Tensor tensor)
    {
        public torch.Device device => new((DeviceType)tensor.Info.DeviceType, tensor.Info.DeviceIndex);

        public torch.Tensor mT => s_transpose.Call(tensor, -2, -1);

        public static torch.Tensor operator -(torch.Tensor left, torch.Tensor right) => s_sub.Call(left, right);

        public static torch.Tensor operator /(torch.Tensor left, torch.Tensor right) => s_div.Call(left, right);

        public static torch.Tensor operator -(torch.Tensor operand) => s_neg.Call(operand);

        public static torch.Tensor operator +(torch.Tensor left, Scalar right) => s_addScalar.Call(left, right);

        public static torch.Tensor operator +(Scalar left, torch.Tensor right) => s_addScalar.Call(right, left);

        public static torch.Tensor operator -(torch.Tensor left, Scalar right) => s_subScalar.Call(left, right);

        public static torch.Tensor operator -(Scalar left, torch.Tensor right) => s_rsubScalar.Call(right, left);

        public static torch.Tensor operator *(torch.Tensor left, Scalar right) => s_mulScalar.Call(left, right);

        public static torch.Tensor operator *(Scalar left, torch.Tensor right) => s_mulScalar.Call(right, left);

        public static torch.Tensor operator /(torch.Tensor left, Scalar right) => s_divScalar.Call(left, right);

        public static torch.Tensor operator >(torch.Tensor left, Scalar right) => s_gt.Call(left, right);

        public static torch.Tensor operator <(torch.Tensor left, Scalar right) => throw new NotSupportedException($"{left} < {right}");

        public static torch.Tensor operator >=(torch.Tensor left, Scalar right) => s_ge.Call(left, right);

        public static torch.Tensor operator <=(torch.Tensor left, Scalar right) => s_le.Call(left, right);

        public static torch.Tensor operator >(torch.Tensor left, torch.Tensor right) => s_gtTensor.Call(left, right);

        public static torch.Tensor operator <(torch.Tensor left, torch.Tensor right) => s_gtTensor.Call(right, left);

        public static torch.Tensor operator >=(torch.Tensor left, torch.Tensor right) => s_geTensor.Call(left, right);

        public static torch.Tensor operator <=(torch.Tensor left, torch.Tensor right) => s_leTensor.Call(left, right);
    }

    public static torch.Tensor reciprocal(this torch.Tensor t) => s_reciprocal.Call(t);

    public static torch.Tensor log(this torch.Tensor t) => s_log.Call(t);

    public static torch.Tensor log1p(this torch.Tensor t) => s_log1p.Call(t);

    public static torch.Tensor exp(this torch.Tensor t) => s_exp.Call(t);

    public static torch.Tensor expm1(this torch.Tensor t) => s_expm1.Call(t);

    public static torch.Tensor abs(this torch.Tensor t) => s_abs.Call(t);

    public static torch.Tensor sign(this torch.Tensor t) => s_sign.Call(t);

    public static torch.Tensor floor(this torch.Tensor t) => s_floor.Call(t);

    public static torch.Tensor sqrt(this torch.Tensor t) => s_sqrt.Call(t);

    public static torch.Tensor square(this torch.Tensor t) => s_square.Call(t);

    public static torch.Tensor sigmoid(this torch.Tensor t) => s_sigmoid.Call(t);

    public static torch.Tensor tanh(this torch.Tensor t) => s_tanh.Call(t);

    public static torch.Tensor softplus(this torch.Tensor t) => s_softplus.Call(t);

    public static torch.Tensor lgamma(this torch.Tensor t) => s_lgamma.Call(t);

    public static torch.Tensor digamma(this torch.Tensor t) => s_digamma.Call(t);

    public static torch.Tensor xlogy(this torch.Tensor t, torch.Tensor y) => s_xlogy.Call(t, y);

    public static torch.Tensor erf(this torch.Tensor t) => s_erf.Call(t);

    public static torch.Tensor erfinv(this torch.Tensor t) => s_erfinv.Call(t);

    public static torch.Tensor clamp(this torch.Tensor t, Scalar? min = null, Scalar? max = null) => s_clamp.Call(t, min, max);

    public static torch.Tensor where(this torch.Tensor t, torch.Tensor condition, torch.Tensor y) => s_where.Call(condition, t, y);

    public static torch.Tensor eq(this torch.Tensor t, Scalar target) => s_eqScalar.Call(t, target);

    public static torch.Tensor logical_and(this torch.Tensor t, torch.Tensor other) => s_logicalAnd.Call(t, other);

    public static torch.Tensor all(this torch.Tensor t) => s_all.Call(t);

    public static torch.Tensor isfinite(this torch.Tensor t) => s_isfinite.Call(t);

    public static torch.Tensor sum(this torch.Tensor t, long dim, bool keepdim = false) => s_sumDim.Call(t, new[] { dim }, keepdim);

    public static torch.Tensor sum(this torch.Tensor t, long[] dim, bool keepdim = false) => s_sumDim.Call(t, dim, keepdim);

    public static torch.Tensor logsumexp(this torch.Tensor t, long dim, bool keepdim = false) => s_logsumexp.Call(t, new[] { dim }, keepdim);

    public static torch.Tensor softmax(this torch.Tensor t, long dim) => s_softmax.Call(t, dim);

    public static torch.Tensor argmax(this torch.Tensor t, long dim, bool keepdim = false) => s_argmax.Call(t, dim, keepdim);

    public static torch.Tensor gather(this torch.Tensor t, long dim, torch.Tensor index) => s_gather.Call(t, dim, index);

    public static torch.Tensor scatter_add(this torch.Tensor t, long dim, torch.Tensor index, torch.Tensor src) =>
        s_scatterAdd.Call(t, dim, index, src);

    public static torch.Tensor alias(this torch.Tensor t) => s_alias.Call(t);

    public static torch.Tensor expand(this torch.Tensor t, params long[] sizes) => s_expand.Call(t, sizes);

    public static torch.Tensor reshape(this torch.Tensor t, params long[] shape) => s_reshape.Call(t, shape);

    public static torch.Tensor squeeze(this torch.Tensor t, long dim) => s_squeeze.Call(t, dim);

    public static torch.Tensor unsqueeze(this torch.Tensor t, long dim) => s_unsqueeze.Call(t, dim);

    public static torch.Tensor transpose(this torch.Tensor t, long dim0, long dim1) => s_transpose.Call(t, dim0, dim1);

    public static torch.Tensor select(this torch.Tensor t, long dim, long index) => s_select.Call(t, dim, index);

    public static torch.Tensor flip(this torch.Tensor t, params long[] dims) => s_flip.Call(t, dims);

    public static torch.Tensor diagonal(this torch.Tensor t, long offset = 0, long dim1 = 0, long dim2 = 1) =>
        s_diagonal.Call(t, offset, dim1, dim2);

    public static torch.Tensor tril(this torch.Tensor t, long diagonal = 0) => s_tril.Call(t, diagonal);

    public static torch.Tensor matmul(this torch.Tensor t, torch.Tensor target) => s_matmul.Call(t, target);

    public static torch.Tensor zeros_like(this torch.Tensor t) => s_zerosLike.Call(t);

    public static torch.Tensor ones_like(this torch.Tensor t) => s_onesLike.Call(t);

    public static torch.Tensor full_like(this torch.Tensor t, Scalar value) => s_fullLike.Call(t, value);

    public static torch.Tensor multinomial(this torch.Tensor t, long num_samples, bool replacement = false, torch.Generator? generator = null) =>
        s_multinomial.Call(t, num_samples, replacement, generator);

    public static torch.Tensor bernoulli(this torch.Tensor t, torch.Generator? generator = null) => s_bernoulli.Call(t, generator);

    public static torch.Tensor poisson(this torch.Tensor t, torch.Generator? generator = null) => s_poisson.Call(t, generator);

    public static torch.Tensor stack(torch.Tensor[] tensors, long dim) => s_stack.Call(tensors, dim);
}
