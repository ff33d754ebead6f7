using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Aten.addbmm.Call(this, batch1, batch2, Factor(beta), Factor(alpha));

        public Tensor addbmm_(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Aten.addbmm_.InPlace(this, batch1, batch2, Factor(beta), Factor(alpha));

        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
            Aten.addmm.Call(this, mat1, mat2, Factor(beta), Factor(alpha));

        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
            Aten.addmm_.InPlace(this, mat1, mat2, Factor(beta), Factor(alpha));

        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) =>
            Aten.addmv.Call(this, mat, vec, Factor(beta), Factor(alpha));

        public Tensor addmv_(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) =>
            Aten.addmv_.InPlace(this, mat, vec, Factor(beta), Factor(alpha));

        public Tensor addr(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) =>
            Aten.addr.Call(this, vec1, vec2, Factor(beta), Factor(alpha));

        public Tensor addr_(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) =>
            Aten.addr_.InPlace(this, vec1, vec2, Factor(beta), Factor(alpha));

        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1)
        {
            // Where beta is zero libtorch 1.13 multiplies uninitialised memory by it, in its own loop for small matrices and integers:
            // now and then the result is NaN. Adding a real zero is the same.
            if (beta != 0 || !IsProductOfSmall(batch1, batch2))
                return Aten.baddbmm.Call(this, batch1, batch2, Factor(beta), Factor(alpha));
            using var zero = Aten.scalar_tensor.Call(0L, dtype, Arg.None, new Device((DeviceType)Info.DeviceType, (int)Info.DeviceIndex));
            return Aten.baddbmm.Call(zero, batch1, batch2, 1L, Factor(alpha));
        }

        public Tensor bmm(Tensor batch2) => Aten.bmm.Call(this, batch2);

        public Tensor cholesky(bool upper = false) => Aten.cholesky.Call(this, upper);

        public Tensor cholesky_inverse(bool upper = false) => Aten.cholesky_inverse.Call(this, upper);

        public Tensor cholesky_solve(Tensor input2, bool upper = false) => Aten.cholesky_solve.Call(this, input2, upper);

        public Tensor corrcoef() => Aten.corrcoef.Call(this);

        public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null) =>
            Aten.cov.Call(this, correction, fweights, aweights);

        public Tensor det() => Aten.det.Call(this);

        public Tensor dot(Tensor target) => Aten.dot.Call(this, target);

        /// <summary>A QR decomposition as LAPACK leaves it: R above the diagonal, Householder vectors below.</summary>
        public (Tensor a, Tensor tau) geqrf() => Aten.geqrf.Call2(this);

        public Tensor ger(Tensor vec2) => Aten.ger.Call(this, vec2);

        public Tensor inner(Tensor vec2) => Aten.inner.Call(this, vec2);

        public Tensor inverse() => Aten.inverse.Call(this);

        public Tensor kron(Tensor other) => Aten.kron.Call(this, other);

        public Tensor logdet() => Aten.logdet.Call(this);

        public Tensor matmul(Tensor target) => Aten.matmul.Call(this, target);

        public Tensor matrix_exp() => Aten.matrix_exp.Call(this);

        public Tensor matrix_power(int n) => Aten.matrix_power.Call(this, n);

        public Tensor mm(Tensor target) => Aten.mm.Call(this, target);

        public Tensor mv(Tensor target) => Aten.mv.Call(this, target);

        public Tensor outer(Tensor vec2) => Aten.outer.Call(this, vec2);

        public Tensor pinverse(double rcond = 1E-15, bool hermitian = false) => Aten.linalg_pinv.Call(this, rcond, hermitian);

        public Tensor tensordot(Tensor b, long[] dims1, long[] dims2) => Aten.tensordot.Call(this, b, dims1, dims2);

        public Tensor tensordot(Tensor b, (long, long)[] dims) =>
            Aten.tensordot.Call(this, b, dims.Select(d => d.Item1).ToArray(), dims.Select(d => d.Item2).ToArray());

        /// <summary>Sums over the last <paramref name="dims"/> dimensions of this tensor and the first of <paramref name="b"/>.</summary>
        public Tensor tensordot(Tensor b, long dims = 2)
        {
            if (dims < 0 || dims > ndim || dims > b.ndim)
                throw new ArgumentException($"tensordot: dims must lie in [0, {Math.Min(ndim, b.ndim)}], not {dims}.", nameof(dims));
            var first = ndim - dims;
            return Aten.tensordot.Call(this, b, LongRange(first, dims), LongRange(0, dims));
        }

        public Tensor trace() => Aten.trace.Call(this);

        public Tensor vdot(Tensor target) => Aten.vdot.Call(this, target);

        /// <summary>Whether libtorch multiplies these batches in its own loop, without BLAS.</summary>
        private static bool IsProductOfSmall(Tensor batch1, Tensor batch2)
        {
            if (batch1.ndim != 3 || batch2.ndim != 3)
                return false;
            var (left, right) = (batch1.shape, batch2.shape);
            return left[1] * left[2] * right[2] < 400 || IsInteger(batch1.dtype) || batch1.dtype == ScalarType.Byte;
        }

        private static long[] LongRange(long first, long count)
        {
            var result = new long[count];
            for (var i = 0; i < result.Length; i++)
                result[i] = first + i;
            return result;
        }

        /// <summary>A whole number stays one: libtorch refuses floating-point factors with integer tensors.</summary>
        private static Arg Factor(float value) => value == MathF.Truncate(value) && MathF.Abs(value) < 1e9f ? (Arg)(long)value : (double)value;
    }
}
