"""Reference values of products, decompositions and solvers."""
import torch

from cases import FLOATS, INTEGERS, NUMBERS, WIDE, case, draw, fixed, write

# libtorch 1.13 has no half-precision products on the CPU, later ones have.
PRODUCTS = WIDE + ("bfloat16",) + INTEGERS
# Of one type for all: what reads one triangle only has no gradient to check for a single element of this input.
EYE = fixed([[4.0, 0.0, 0.0], [0.0, 5.0, 0.0], [0.0, 0.0, 6.0]], "float32")


def positive(a, eye):
    return a @ a.mT + eye


def rebuild_eigh(values, vectors):
    return values, (vectors * values.unsqueeze(-2)) @ vectors.mT


def rebuild_svd(u, s, vh):
    return s, (u * s.unsqueeze(-2)) @ vh



# products
case("matmul", lambda a, b: a @ b, draw(2, 3), draw(3, 4), dtypes=PRODUCTS)
case("matmul vectors", lambda a, b: a @ b, draw(3), draw(3), dtypes=PRODUCTS)
case("matmul matrix vector", lambda a, b: a @ b, draw(2, 3), draw(3), dtypes=PRODUCTS)
case("matmul batches broadcast", lambda a, b: a @ b, draw(2, 1, 2, 3), draw(3, 3, 2), dtypes=PRODUCTS)
case("matmul transposed", lambda a, b: a @ b.mT, draw(2, 3), draw(4, 3), dtypes=PRODUCTS)
case("mm", lambda a, b: a.mm(b), draw(2, 3), draw(3, 4), dtypes=PRODUCTS)
case("bmm", lambda a, b: a.bmm(b), draw(2, 2, 3), draw(2, 3, 4), dtypes=PRODUCTS)
case("mv", lambda a, b: a.mv(b), draw(2, 3), draw(3), dtypes=PRODUCTS)
case("dot", lambda a, b: a.dot(b), draw(4), draw(4), dtypes=PRODUCTS)
case("vdot", lambda a, b: a.vdot(b), draw(4), draw(4), dtypes=WIDE)
case("inner", lambda a, b: a.inner(b), draw(2, 3), draw(4, 3), dtypes=PRODUCTS)
case("outer", lambda a, b: a.outer(b), draw(3), draw(4), dtypes=NUMBERS)
case("ger", lambda a, b: a.ger(b), draw(3), draw(2))
case("addmm", lambda a, b, c: a.addmm(b, c), draw(2, 4), draw(2, 3), draw(3, 4), dtypes=PRODUCTS)
case("addmm factors", lambda a, b, c: torch.addmm(a, b, c, beta=0.5, alpha=-2), draw(4), draw(2, 3), draw(3, 4), dtypes=WIDE)
case("addmm_", lambda a, b, c: a.addmm_(b, c, beta=2, alpha=3), draw(2, 4), draw(2, 3), draw(3, 4), dtypes=WIDE + INTEGERS)
case("addmv", lambda a, b, c: a.addmv(b, c, beta=2, alpha=0.5), draw(2), draw(2, 3), draw(3), dtypes=WIDE)
case("addmv_", lambda a, b, c: a.addmv_(b, c), draw(2), draw(2, 3), draw(3), dtypes=WIDE + INTEGERS)
case("addbmm", lambda a, b, c: a.addbmm(b, c, beta=2, alpha=0.5), draw(2, 2), draw(2, 2, 3), draw(2, 3, 2), dtypes=WIDE)
case("addbmm_", lambda a, b, c: a.addbmm_(b, c), draw(2, 2), draw(2, 2, 3), draw(2, 3, 2), dtypes=WIDE + INTEGERS)
case("baddbmm", lambda a, b, c: a.baddbmm(b, c), draw(2, 2, 2), draw(2, 2, 3), draw(2, 3, 2), dtypes=PRODUCTS)
case("baddbmm beta", lambda a, b, c: a.baddbmm(b, c, beta=-1, alpha=2), draw(2, 1, 2), draw(2, 2, 3), draw(2, 3, 2), dtypes=WIDE + INTEGERS)

# libtorch 1.13 multiplies uninitialised memory with a beta of zero
case("baddbmm factors", lambda a, b, c: 0.25 * torch.bmm(b, c), draw(2, 2, 2), draw(2, 2, 3), draw(2, 3, 2), dtypes=WIDE)
case("addr", lambda a, b, c: a.addr(b, c, beta=2, alpha=0.5), draw(2, 3), draw(2), draw(3), dtypes=FLOATS)
case("addr_", lambda a, b, c: a.addr_(b, c), draw(2, 3), draw(2), draw(3), dtypes=NUMBERS)
case("einsum", lambda a, b: torch.einsum("bij,bjk->bik", a, b), draw(2, 2, 3), draw(2, 3, 2), dtypes=PRODUCTS)
case("einsum trace", lambda a: torch.einsum("ii", a), draw(3, 3), dtypes=WIDE)
case("einsum of three", lambda a, b, c: torch.einsum("i,ij,j->", a, b, c), draw(2), draw(2, 3), draw(3), dtypes=WIDE)
case("einsum ellipsis", lambda a: torch.einsum("...ij->...ji", a), draw(2, 2, 3), dtypes=WIDE)
case("tensordot", lambda a, b: torch.tensordot(a, b), draw(2, 3, 2), draw(3, 2, 2), dtypes=PRODUCTS)
case("tensordot none", lambda a, b: torch.tensordot(a, b, 0), draw(2), draw(3), dtypes=WIDE)
case("tensordot lists", lambda a, b: torch.tensordot(a, b, ([0, 2], [1, 0])), draw(2, 3, 4), draw(4, 2, 2), dtypes=WIDE)
case("tensordot pairs", lambda a, b: torch.tensordot(a, b, ([0], [1])), draw(2, 3), draw(4, 2), dtypes=WIDE)
case("kron", lambda a, b: a.kron(b), draw(2, 2), draw(2, 3), dtypes=NUMBERS)
case("chain_matmul", lambda a, b, c: torch.linalg.multi_dot((a, b, c)), draw(2, 3), draw(3, 4), draw(4, 2), dtypes=WIDE)
case("linalg multi_dot", lambda a, b, c: torch.linalg.multi_dot((a, b, c)), draw(2, 3), draw(3, 4), draw(4, 2), dtypes=WIDE)
case("linalg cross", lambda a, b: torch.linalg.cross(a, b), draw(2, 3), draw(2, 3), dtypes=WIDE + INTEGERS)
case("linalg vecdot", lambda a, b: torch.linalg.vecdot(a, b), draw(2, 3), draw(2, 3), dtypes=WIDE)
case("linalg vecdot out", lambda a, b: torch.linalg.vecdot(a, b, dim=0), draw(2, 3), draw(2, 3), dtypes=("float64",), grad=False)
case("cdist", lambda a, b: torch.cdist(a, b), draw(3, 2), draw(4, 2), dtypes=WIDE)
case("cdist p", lambda a, b: torch.cdist(a, b, 1.0), draw(2, 2), draw(3, 2), dtypes=WIDE)
case("cdist without product", lambda a, b: torch.cdist(a, b, 2.0, "donot_use_mm_for_euclid_dist"), draw(2, 2), draw(3, 2), dtypes=WIDE)

# one matrix
case("trace", lambda a: a.trace(), draw(3, 3), dtypes=WIDE + INTEGERS)
case("matrix_power", lambda a: a.matrix_power(3), draw(2, 2), dtypes=WIDE)
case("matrix_power negative", lambda a: a.matrix_power(-2), fixed([[2.0, 0.5], [-0.5, 3.0]]), dtypes=WIDE)
case("matrix_exp", lambda a: a.matrix_exp(), draw(2, 2), dtypes=WIDE)
case("linalg matrix_exp", lambda a: torch.linalg.matrix_exp(a), draw(2, 2), dtypes=WIDE)
case("inverse", lambda a, b: torch.inverse(positive(a, b)), draw(3, 3), EYE, dtypes=WIDE)
case("linalg inv", lambda a, b: torch.linalg.inv(positive(a, b)), draw(2, 3, 3), EYE, dtypes=WIDE)
case("linalg inv_ex", lambda a, b: torch.linalg.inv_ex(positive(a, b)), draw(3, 3), EYE, dtypes=WIDE)
case("det", lambda a: a.det(), draw(3, 3), dtypes=WIDE)
case("linalg det", lambda a: torch.linalg.det(a), draw(2, 3, 3), dtypes=WIDE)
case("logdet", lambda a, b: torch.logdet(positive(a, b)), draw(3, 3), EYE, dtypes=WIDE)
case("slogdet", lambda a: torch.slogdet(a), draw(3, 3), dtypes=WIDE)
case("linalg slogdet", lambda a: torch.linalg.slogdet(a), draw(3, 3), dtypes=WIDE)
case("cov", lambda a: a.cov(), draw(3, 4), dtypes=WIDE)
case("cov weighted", lambda a, b, c: torch.cov(a, correction=0, fweights=b, aweights=c),
     draw(2, 3), fixed([1, 2, 1], "int64"), fixed([0.5, 1.0, 2.0]), dtypes=WIDE, grad=False)
case("corrcoef", lambda a: a.corrcoef(), draw(3, 4), dtypes=WIDE)
case("linalg diagonal", lambda a: torch.linalg.diagonal(a, offset=1), draw(2, 2, 3))
case("linalg vander", lambda a: torch.linalg.vander(a, N=4), draw(3), dtypes=WIDE)

# decompositions
case("cholesky", lambda a, b: torch.linalg.cholesky(positive(a, b)), draw(3, 3), EYE, dtypes=WIDE)
case("cholesky upper", lambda a, b: torch.linalg.cholesky(positive(a, b), upper=True), draw(3, 3), EYE, dtypes=WIDE)
case("linalg cholesky", lambda a, b: torch.linalg.cholesky(positive(a, b)), draw(2, 3, 3), EYE, dtypes=WIDE)
case("linalg cholesky_ex", lambda a, b: torch.linalg.cholesky_ex(positive(a, b)), draw(3, 3), EYE, dtypes=WIDE)
case("cholesky_inverse", lambda a, b: torch.cholesky_inverse(torch.linalg.cholesky(positive(a, b))), draw(3, 3), EYE, dtypes=WIDE)
case("cholesky_solve", lambda a, b, c: torch.cholesky_solve(c, torch.linalg.cholesky(positive(a, b))),
     draw(3, 3), EYE, draw(3, 2), dtypes=WIDE)
case("linalg qr", lambda a: torch.mm(*torch.linalg.qr(a)), draw(4, 3), dtypes=WIDE)
case("linalg qr complete", lambda a: torch.mm(*torch.linalg.qr(a, "complete")), draw(4, 3), dtypes=WIDE, grad=False)
case("linalg qr r", lambda a: torch.linalg.qr(a, "r").R.mT @ torch.linalg.qr(a, "r").R, draw(4, 3), dtypes=WIDE, grad=False)
case("linalg eigh", lambda a, b: rebuild_eigh(*torch.linalg.eigh(positive(a, b))), draw(3, 3), EYE, dtypes=WIDE)
case("linalg eigh upper", lambda a: rebuild_eigh(*torch.linalg.eigh(a, "U")), draw(3, 3), dtypes=WIDE, grad=False)
case("linalg eigvalsh", lambda a, b: torch.linalg.eigvalsh(positive(a, b)), draw(3, 3), EYE, dtypes=WIDE)
case("geqrf and orgqr", lambda a: torch.mm(*torch.linalg.qr(a)), draw(4, 3), dtypes=WIDE, grad=False)
case("linalg eig", lambda a: torch.view_as_real(a + 0j), draw(3, 3), dtypes=("float64",))
case("linalg eigvals", lambda a: torch.view_as_real(torch.linalg.eigvals(a)), fixed([[0.0, -2.0], [2.0, 0.0]]), dtypes=WIDE, grad=False)
case("linalg svd", lambda a: rebuild_svd(*torch.linalg.svd(a, full_matrices=False)), draw(4, 3), dtypes=WIDE)
case("linalg svd full", lambda a: torch.linalg.svd(a)[1], draw(3, 3), dtypes=WIDE)
case("linalg svdvals", lambda a: torch.linalg.svdvals(a), draw(4, 3), dtypes=WIDE)
case("linalg lu", lambda a, b: torch.linalg.lu(positive(a, b)), draw(3, 3), EYE, dtypes=WIDE)
case("linalg lu_factor", lambda a, b: torch.linalg.lu_factor(positive(a, b)), draw(3, 3), EYE, dtypes=WIDE)
case("linalg lu_solve", lambda a, b, c: torch.linalg.lu_solve(*torch.linalg.lu_factor(positive(a, b)), c),
     draw(3, 3), EYE, draw(3, 2), dtypes=WIDE)
case("linalg lu_solve out", lambda a, b, c: torch.linalg.lu_solve(*torch.linalg.lu_factor(positive(a, b)), c),
     draw(3, 3), EYE, draw(3, 2), dtypes=("float64",), grad=False)
case("lu", lambda a, b: torch.linalg.lu_factor_ex(positive(a, b)), draw(3, 3), EYE, dtypes=WIDE)
case("lu_unpack", lambda a, b: positive(a, b), draw(3, 3), EYE, dtypes=WIDE)
case("lu_solve", lambda a, b, c: torch.linalg.solve(positive(a, b), c), draw(3, 3), EYE, draw(3, 2), dtypes=WIDE)
case("linalg householder_product", lambda a, b: torch.linalg.householder_product(a, b), draw(3, 2), draw(2), dtypes=WIDE)

# solvers
case("linalg solve", lambda a, b, c: torch.linalg.solve(positive(a, b), c), draw(3, 3), EYE, draw(3, 2), dtypes=WIDE)
case("linalg solve vector", lambda a, b, c: torch.linalg.solve(positive(a, b), c), draw(3, 3), EYE, draw(3), dtypes=WIDE)
case("linalg solve right", lambda a, b, c: torch.linalg.solve(positive(a, b), c, left=False), draw(3, 3), EYE, draw(2, 3), dtypes=WIDE)
case("linalg solve_ex", lambda a, b, c: torch.linalg.solve_ex(positive(a, b), c), draw(3, 3), EYE, draw(3, 2), dtypes=WIDE)
case("linalg solve_triangular", lambda a, b, c: torch.linalg.solve_triangular((a + b).triu(), c, upper=True),
     draw(3, 3), EYE, draw(3, 2), dtypes=WIDE)
case("linalg solve_triangular out", lambda a, b, c: torch.linalg.solve_triangular((a + b).tril(), c, upper=False),
     draw(3, 3), EYE, draw(3, 2), dtypes=("float64",), grad=False)
case("linalg lstsq", lambda a, b: torch.linalg.lstsq(a, b).solution, draw(4, 2), draw(4, 1), dtypes=WIDE)
case("linalg lstsq parts", lambda a, b: torch.linalg.lstsq(a, b, rcond=1e-7)[:3], draw(4, 2), draw(4, 1), dtypes=WIDE, grad=False)
case("linalg tensorinv", lambda a: torch.linalg.tensorinv(a, 1), draw(4, 2, 2), dtypes=WIDE)
case("linalg tensorsolve", lambda a, b: torch.linalg.tensorsolve(a, b, (1,)), draw(2, 4, 2), draw(2, 2), dtypes=WIDE)
case("pinverse", lambda a: torch.linalg.pinv(a, 1e-15), draw(4, 2), dtypes=WIDE)
case("linalg pinv", lambda a: torch.linalg.pinv(a), draw(4, 2), dtypes=WIDE)
case("linalg pinv tolerance", lambda a: torch.linalg.pinv(a, atol=0.1, rtol=0.1), draw(4, 2), dtypes=WIDE)
case("linalg pinv tensor", lambda a, b: torch.linalg.pinv(a, atol=b), draw(4, 2), fixed(0.1), dtypes=WIDE, grad=False)

# ranks, norms
case("matrix_rank", lambda a: torch.linalg.matrix_rank(a), fixed([[1.0, 2.0], [2.0, 4.0]]), dtypes=WIDE, grad=False)
case("matrix_rank tolerance", lambda a: torch.linalg.matrix_rank(a, 0.5), fixed([[3.0, 0.0], [0.0, 0.25]]), dtypes=WIDE, grad=False)
case("linalg matrix_rank", lambda a: torch.linalg.matrix_rank(a, atol=0.1), fixed([[3.0, 0.0], [0.0, 0.25]]), dtypes=WIDE, grad=False)
case("linalg matrix_rank tensor", lambda a, b: torch.linalg.matrix_rank(a, atol=b),
     fixed([[3.0, 0.0], [0.0, 0.25]]), fixed(0.5), dtypes=WIDE, grad=False)
case("linalg norm", lambda a: torch.linalg.norm(a), draw(2, 3), dtypes=WIDE)
case("linalg norm order", lambda a: torch.linalg.norm(a, 1.5, 1, True), draw(2, 3), dtypes=WIDE)
case("linalg norm integer", lambda a: torch.linalg.norm(a, 1), draw(2, 3), dtypes=WIDE)
case("linalg norm name", lambda a: torch.linalg.norm(a, "nuc"), draw(3, 2), dtypes=WIDE)
case("linalg vector_norm", lambda a: torch.linalg.vector_norm(a), draw(2, 3), dtypes=FLOATS)
case("linalg vector_norm order", lambda a: torch.linalg.vector_norm(a, 1, 1, True), draw(2, 3), dtypes=WIDE)
case("linalg matrix_norm", lambda a: torch.linalg.matrix_norm(a), draw(2, 2, 3), dtypes=WIDE)
case("linalg matrix_norm order", lambda a: torch.linalg.matrix_norm(a, 2, (0, 1), True), draw(2, 3), dtypes=WIDE)
case("linalg cond", lambda a: torch.linalg.cond(a), draw(3, 3), dtypes=WIDE)

# libtorch 1.13 raises in the backward of these two itself
case("linalg cond order", lambda a: torch.linalg.cond(a, 1), draw(3, 3), dtypes=WIDE, grad=False)
case("linalg cond name", lambda a: torch.linalg.cond(a, "fro"), draw(3, 3), dtypes=WIDE, grad=False)
write()
