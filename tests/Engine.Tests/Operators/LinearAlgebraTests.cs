namespace Engine.Tests.Operators;

/// <summary>Products of matrices and vectors, torch.linalg: values and gradients. Factors whose signs are free are compared through their product.</summary>
public sealed class LinearAlgebraTests : OperatorFamily
{
    protected override string Family => "linalg";

    protected override IReadOnlyList<OperatorCase> Cases { get; } =
    [
        // products
        new("matmul", t => t[0].matmul(t[1])),
        new("matmul vectors", t => torch.matmul(t[0], t[1])),
        new("matmul matrix vector", t => t[0].matmul(t[1])),
        new("matmul batches broadcast", t => t[0].matmul(t[1])),
        new("matmul transposed", t => t[0].matmul(t[1].mT)),
        new("mm", t => torch.mm(t[0], t[1])),
        new("bmm", t => torch.bmm(t[0], t[1])),
        new("mv", t => torch.mv(t[0], t[1])),
        new("dot", t => torch.dot(t[0], t[1])),
        new("vdot", t => torch.vdot(t[0], t[1])),
        new("inner", t => torch.inner(t[0], t[1])),
        new("outer", t => torch.outer(t[0], t[1])),
        new("ger", t => torch.ger(t[0], t[1])),
        new("addmm", t => t[0].addmm(t[1], t[2])),
        new("addmm factors", t => torch.addmm(t[0], t[1], t[2], 0.5f, -2)),
        new("addmm_", t => torch.addmm_(t[0].clone(), t[1], t[2], 2, 3)),
        new("addmv", t => torch.addmv(t[0], t[1], t[2], 2, 0.5f)),
        new("addmv_", t => t[0].clone().addmv_(t[1], t[2])),
        new("addbmm", t => torch.addbmm(t[0], t[1], t[2], 2, 0.5f)),
        new("addbmm_", t => t[0].clone().addbmm_(t[1], t[2])),
        new("baddbmm", t => t[0].baddbmm(t[1], t[2])),
        new("baddbmm beta", t => t[0].baddbmm(t[1], t[2], -1, 2)),

        // libtorch 1.13 multiplies uninitialised memory with a beta of zero
        new("baddbmm factors", t => torch.baddbmm(t[0], t[1], t[2], 0, 0.25f)),
        new("addr", t => torch.addr(t[0], t[1], t[2], 2, 0.5f)),
        new("addr_", t => t[0].clone().addr_(t[1], t[2])),
        new("einsum", t => torch.einsum("bij,bjk->bik", t[0], t[1])),
        new("einsum trace", t => torch.einsum("ii", t[0])),
        new("einsum of three", t => torch.einsum("i,ij,j->", t[0], t[1], t[2])),
        new("einsum ellipsis", t => torch.einsum("...ij->...ji", t[0])),
        new("tensordot", t => torch.tensordot(t[0], t[1])),
        new("tensordot none", t => t[0].tensordot(t[1], 0)),
        new("tensordot lists", t => torch.tensordot(t[0], t[1], [0, 2], [1, 0])),
        new("tensordot pairs", t => t[0].tensordot(t[1], new[] { (0L, 1L) })),
        new("kron", t => torch.kron(t[0], t[1])),
        new("chain_matmul", t => torch.chain_matmul(t[0], t[1], t[2])),
        new("linalg multi_dot", t => torch.linalg.multi_dot([t[0], t[1], t[2]])),
        new("linalg cross", t => torch.linalg.cross(t[0], t[1])),
        new("linalg vecdot", t => torch.linalg.vecdot(t[0], t[1])),
        new("linalg vecdot out", t => Written(o => torch.linalg.vecdot(t[0], t[1], 0, o))),
        new("cdist", t => torch.cdist(t[0], t[1])),
        new("cdist p", t => torch.cdist(t[0], t[1], 1)),
        new("cdist without product", t => torch.cdist(t[0], t[1], compute_mode: compute_mode.donot_use_mm_for_euclid_dist)),

        // one matrix
        new("trace", t => torch.trace(t[0])),
        new("matrix_power", t => torch.matrix_power(t[0], 3)),
        new("matrix_power negative", t => t[0].matrix_power(-2)),
        new("matrix_exp", t => torch.matrix_exp(t[0])),
        new("linalg matrix_exp", t => torch.linalg.matrix_exp(t[0])),
        new("inverse", t => torch.inverse(Positive(t[0], t[1]))),
        new("linalg inv", t => torch.linalg.inv(Positive(t[0], t[1]))),
        new("linalg inv_ex", t => Both(torch.linalg.inv_ex(Positive(t[0], t[1])))),
        new("det", t => torch.det(t[0])),
        new("linalg det", t => torch.linalg.det(t[0])),
        new("logdet", t => torch.logdet(Positive(t[0], t[1]))),
        new("slogdet", t => Both(torch.slogdet(t[0]))),
        new("linalg slogdet", t => Both(torch.linalg.slogdet(t[0]))),
        new("cov", t => torch.cov(t[0])),
        new("cov weighted", t => torch.cov(t[0], 0, t[1], t[2])),
        new("corrcoef", t => torch.corrcoef(t[0])),
        new("linalg diagonal", t => torch.linalg.diagonal(t[0], 1)),
        new("linalg vander", t => torch.linalg.vander(t[0], 4)),

        // decompositions
        new("cholesky", t => torch.cholesky(Positive(t[0], t[1]))),
        new("cholesky upper", t => torch.cholesky(Positive(t[0], t[1]), true)),
        new("linalg cholesky", t => torch.linalg.cholesky(Positive(t[0], t[1]))),
        new("linalg cholesky_ex", t => Both(torch.linalg.cholesky_ex(Positive(t[0], t[1])))),
        new("cholesky_inverse", t => torch.cholesky_inverse(torch.linalg.cholesky(Positive(t[0], t[1])))),
        new("cholesky_solve", t => torch.cholesky_solve(t[2], torch.linalg.cholesky(Positive(t[0], t[1])))),
        new("linalg qr", t => RebuildQr(torch.linalg.qr(t[0]))),
        new("linalg qr complete", t => RebuildQr(torch.linalg.qr(t[0], torch.linalg.QRMode.Complete))),
        new("linalg qr r", t => torch.linalg.qr(t[0], torch.linalg.QRMode.R).R.mT.matmul(torch.linalg.qr(t[0], torch.linalg.QRMode.R).R)),
        new("linalg eigh", t => RebuildEigh(torch.linalg.eigh(Positive(t[0], t[1])))),
        new("linalg eigh upper", t => RebuildEigh(torch.linalg.eigh(t[0], 'U'))),
        new("linalg eigvalsh", t => torch.linalg.eigvalsh(Positive(t[0], t[1]))),
        new("geqrf and orgqr", t => RebuildQr(torch.geqrf(t[0]), 3)),
        new("linalg eig", t => RebuildEig(torch.linalg.eig(t[0]))),
        new("linalg eigvals", t => torch.view_as_real(torch.linalg.eigvals(t[0]))),
        new("linalg svd", t => RebuildSvd(torch.linalg.svd(t[0], false))),
        new("linalg svd full", t => torch.linalg.svd(t[0]).S),
        new("linalg svdvals", t => torch.linalg.svdvals(t[0])),
        new("linalg lu", t => new Func<(Tensor P, Tensor L, Tensor U), Tensor[]>(r => [r.P, r.L, r.U])(torch.linalg.lu(Positive(t[0], t[1])))),
        new("linalg lu_factor", t => Both(torch.linalg.lu_factor(Positive(t[0], t[1])))),
        new("linalg lu_solve", t => torch.linalg.lu_solve(torch.linalg.lu_factor(Positive(t[0], t[1])).LU, torch.linalg.lu_factor(Positive(t[0], t[1])).Pivots!, t[2])),
        new("linalg lu_solve out", t => Written(o => torch.linalg.lu_solve(torch.linalg.lu_factor(Positive(t[0], t[1])).LU, torch.linalg.lu_factor(Positive(t[0], t[1])).Pivots!, t[2], @out: o))),
        new("lu", t => new Func<(Tensor A, Tensor? P, Tensor? I), Tensor[]>(r => [r.A, r.P!, r.I!])(torch.lu(Positive(t[0], t[1]), get_infos: true))),
        new("lu_unpack", t => RebuildLu(torch.lu_unpack(torch.lu(Positive(t[0], t[1])).A_LU, torch.lu(Positive(t[0], t[1])).pivots!))),
        new("lu_solve", t => torch.lu_solve(t[2], torch.lu(Positive(t[0], t[1])).A_LU, torch.lu(Positive(t[0], t[1])).pivots!)),
        new("linalg householder_product", t => torch.linalg.householder_product(t[0], t[1])),

        // solvers
        new("linalg solve", t => torch.linalg.solve(Positive(t[0], t[1]), t[2])),
        new("linalg solve vector", t => torch.linalg.solve(Positive(t[0], t[1]), t[2])),
        new("linalg solve right", t => torch.linalg.solve(Positive(t[0], t[1]), t[2], false)),
        new("linalg solve_ex", t => Both(torch.linalg.solve_ex(Positive(t[0], t[1]), t[2]))),
        new("linalg solve_triangular", t => torch.linalg.solve_triangular((t[0] + t[1]).triu(), t[2], true)),
        new("linalg solve_triangular out", t => Written(o => torch.linalg.solve_triangular((t[0] + t[1]).tril(), t[2], false, @out: o))),
        new("linalg lstsq", t => torch.linalg.lstsq(t[0], t[1]).Solution),
        new("linalg lstsq parts", t => new Func<(Tensor X, Tensor R, Tensor Rank, Tensor S), Tensor[]>(r => [r.X, r.R, r.Rank])(torch.linalg.lstsq(t[0], t[1], 1e-7))),
        new("linalg tensorinv", t => torch.linalg.tensorinv(t[0], 1)),
        new("linalg tensorsolve", t => torch.linalg.tensorsolve(t[0], t[1], [1])),
        new("pinverse", t => torch.pinverse(t[0])),
        new("linalg pinv", t => torch.linalg.pinv(t[0])),
        new("linalg pinv tolerance", t => torch.linalg.pinv(t[0], 0.1, 0.1)),
        new("linalg pinv tensor", t => torch.linalg.pinv(t[0], t[1])),

        // ranks, norms
        new("matrix_rank", t => torch.matrix_rank(t[0])),
        new("matrix_rank tolerance", t => torch.matrix_rank(t[0], 0.5f)),
        new("linalg matrix_rank", t => torch.linalg.matrix_rank(t[0], atol: 0.1)),
        new("linalg matrix_rank tensor", t => torch.linalg.matrix_rank(t[0], t[1])),
        new("linalg norm", t => torch.linalg.norm(t[0])),
        new("linalg norm order", t => torch.linalg.norm(t[0], 1.5, [1], true)),
        new("linalg norm integer", t => torch.linalg.norm(t[0], 1)),
        new("linalg norm name", t => torch.linalg.norm(t[0], "nuc")),
        new("linalg vector_norm", t => torch.linalg.vector_norm(t[0])),
        new("linalg vector_norm order", t => torch.linalg.vector_norm(t[0], 1, [1], true)),
        new("linalg matrix_norm", t => torch.linalg.matrix_norm(t[0])),
        new("linalg matrix_norm order", t => torch.linalg.matrix_norm(t[0], 2.0, [0, 1], true)),
        new("linalg cond", t => torch.linalg.cond(t[0])),

        // libtorch 1.13 raises in the backward of these two itself
        new("linalg cond order", t => torch.linalg.cond(t[0], 1)),
        new("linalg cond name", t => torch.linalg.cond(t[0], "fro")),
    ];

    private static Tensor RebuildEig((Tensor Values, Tensor Vectors) result) => torch.view_as_real(
        (result.Vectors * result.Values.unsqueeze(-2)).matmul(torch.linalg.inv(result.Vectors)).resolve_conj());

    private static Tensor RebuildQr((Tensor A, Tensor Tau) result, long size) =>
        torch.orgqr(result.A, result.Tau).matmul(result.A.slice(0, 0, size, 1).triu());

    private static Tensor[] Both((Tensor First, Tensor? Second) result) => [result.First, result.Second!];

    private static Tensor Positive(Tensor a, Tensor eye) => a.matmul(a.mT) + eye;

    private static Tensor[] RebuildEigh((Tensor Values, Tensor Vectors) result) =>
        [result.Values, (result.Vectors * result.Values.unsqueeze(-2)).matmul(result.Vectors.mT)];

    private static Tensor[] RebuildSvd((Tensor U, Tensor S, Tensor Vh) result) =>
        [result.S, (result.U * result.S.unsqueeze(-2)).matmul(result.Vh)];

    private static Tensor RebuildQr((Tensor Q, Tensor R) result) => result.Q.matmul(result.R);

    private static Tensor RebuildLu((Tensor P, Tensor? L, Tensor? U) result) => result.P.matmul(result.L!).matmul(result.U!);

    /// <summary>What an operator writes into a tensor that the caller gives.</summary>
    private static Tensor Written(Func<Tensor, Tensor> write)
    {
        var target = torch.arange(0, ScalarType.Float64);
        Assert.Same(target, write(target));
        return target;
    }
}
