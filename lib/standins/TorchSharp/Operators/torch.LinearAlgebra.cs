using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor addbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
        input.addbmm(batch1, batch2, beta, alpha);

    public static Tensor addbmm_(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
        input.addbmm_(batch1, batch2, beta, alpha);

    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmm(mat1, mat2, beta, alpha);

    public static Tensor addmm_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmm_(mat1, mat2, beta, alpha);

    public static Tensor addmv(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmv(mat1, mat2, beta, alpha);

    public static Tensor addmv_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmv_(mat1, mat2, beta, alpha);

    public static Tensor addr(Tensor input, Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) =>
        input.addr(vec1, vec2, beta, alpha);

    public static Tensor addr_(Tensor input, Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) =>
        input.addr_(vec1, vec2, beta, alpha);

    public static Tensor baddbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
        input.baddbmm(batch1, batch2, beta, alpha);

    public static Tensor bmm(Tensor input, Tensor batch2) => input.bmm(batch2);

    public static Tensor cdist(Tensor x1, Tensor x2, double p = 2, compute_mode compute_mode = compute_mode.use_mm_for_euclid_dist_if_necessary) =>
        Aten.cdist.Call(x1, x2, p, (long)compute_mode);

    public static Tensor chain_matmul(params Tensor[] matrices) => Aten.chain_matmul.Call(matrices);

    public static Tensor cholesky(Tensor input) => input.cholesky();

    public static Tensor cholesky(Tensor input, bool upper) => input.cholesky(upper);

    public static Tensor cholesky_inverse(Tensor input, bool upper = false) => input.cholesky_inverse(upper);

    public static Tensor cholesky_solve(Tensor input, Tensor input2, bool upper = false) => input.cholesky_solve(input2, upper);

    public static Tensor corrcoef(Tensor input) => input.corrcoef();

    public static Tensor cov(Tensor input, long correction = 1, Tensor? fweights = null, Tensor? aweights = null) =>
        input.cov(correction, fweights, aweights);

    public static Tensor det(Tensor input) => input.det();

    public static Tensor dot(Tensor input, Tensor other) => input.dot(other);

    public static Tensor einsum(string equation, params Tensor[] tensors) => Aten.einsum.Call(equation, tensors);

    public static (Tensor a, Tensor tau) geqrf(Tensor input) => input.geqrf();

    public static Tensor ger(Tensor input, Tensor vec2) => input.ger(vec2);

    public static Tensor inner(Tensor input, Tensor vec2) => input.inner(vec2);

    public static Tensor inverse(Tensor input) => input.inverse();

    public static Tensor kron(Tensor input, Tensor other) => input.kron(other);

    public static Tensor logdet(Tensor input) => input.logdet();

    public static (Tensor A_LU, Tensor? pivots, Tensor? infos) lu(Tensor A, bool pivot = true, bool get_infos = false)
    {
        var (lu, pivots, infos) = Aten.linalg_lu_factor_ex.Call3(A, pivot, !get_infos);
        if (get_infos)
            return (lu, pivots, infos);
        infos.Dispose();
        return (lu, pivots, null);
    }

    public static Tensor lu_solve(Tensor b, Tensor LU_data, Tensor LU_pivots) => Aten.lu_solve.Call(b, LU_data, LU_pivots);

    public static (Tensor P, Tensor? L, Tensor? U) lu_unpack(Tensor LU_data, Tensor LU_pivots, bool unpack_data = true, bool unpack_pivots = true) =>
        Aten.lu_unpack.Call3(LU_data, LU_pivots, unpack_data, unpack_pivots);

    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);

    public static Tensor matrix_exp(Tensor input) => input.matrix_exp();

    public static Tensor matrix_power(Tensor input, int n) => input.matrix_power(n);

    public static Tensor matrix_rank(Tensor input, float? tol = null, bool symmetric = false) =>
        tol is { } t
        ? Aten.linalg_matrix_rank.Call(input, (double)t, symmetric)
        : Aten.linalg_matrix_rank_atol_rtol_float.Call(input, Arg.None, Arg.None, symmetric);

    public static Tensor mm(Tensor input, Tensor target) => input.mm(target);

    public static Tensor mv(Tensor input, Tensor target) => input.mv(target);

    public static Tensor orgqr(Tensor input, Tensor tau) => linalg.householder_product(input, tau);

    public static Tensor outer(Tensor input, Tensor vec2) => input.outer(vec2);

    public static Tensor pinverse(Tensor input, double rcond = 1E-15, bool hermitian = false) => input.pinverse(rcond, hermitian);

    public static (Tensor res, Tensor logabsdet) slogdet(Tensor A) => Aten.slogdet.Call2(A);

    public static Tensor tensordot(Tensor a, Tensor b, long dims = 2) => a.tensordot(b, dims);

    public static Tensor tensordot(Tensor a, Tensor b, long[] dims1, long[] dims2) => a.tensordot(b, dims1, dims2);

    public static Tensor tensordot(Tensor a, Tensor b, (long, long)[] dims) => a.tensordot(b, dims);

    public static Tensor trace(Tensor input) => input.trace();

    public static Tensor vdot(Tensor input, Tensor target) => input.vdot(target);
}
