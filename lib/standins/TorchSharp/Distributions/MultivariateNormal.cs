#nullable disable annotations

namespace TorchSharp.Modules;

/// <summary>The normal distribution over vectors, by mean and one of covariance, its inverse, or its lower triangular root.</summary>
public class MultivariateNormal : torch.distributions.Distribution
{
    private readonly torch.Tensor _loc;
    private readonly torch.Tensor _scaleTril;

    public MultivariateNormal(torch.Tensor loc, torch.Tensor covariance_matrix = null, torch.Tensor precision_matrix = null,
        torch.Tensor scale_tril = null, torch.Generator generator = null)
        : base(generator)
    {
        var (matrix, name) = (covariance_matrix, precision_matrix, scale_tril) switch
        {
            ({ } covariance, null, null) => (covariance, nameof(covariance_matrix)),
            (null, { } precision, null) => (precision, nameof(precision_matrix)),
            (null, null, { } root) => (root, nameof(scale_tril)),
            _ => throw new ArgumentException("give exactly one of covariance_matrix, precision_matrix and scale_tril.", nameof(covariance_matrix)),
        };
        using var scope = torch.NewDisposeScope();
        Parameters.HasLastDimension(Parameters.Floating(loc, nameof(loc)), nameof(loc));
        Parameters.Floating(matrix, name);
        var n = loc.shape[^1];
        if (matrix.ndim < 2 || matrix.shape[^1] != n || matrix.shape[^2] != n)
            throw new ArgumentException($"{name} has shape [{string.Join(", ", matrix.shape)}]; for loc it must end in [{n}, {n}].", name);
        Parameters.Finite(loc, nameof(loc));
        Parameters.Finite(matrix, name);
        var batch = Parameters.CommonShape(matrix.shape[..^2], loc.shape[..^1], name);
        var tril = name switch
        {
            nameof(covariance_matrix) => Cholesky(matrix, name),
            nameof(precision_matrix) => RootOfInverse(matrix, name),
            _ => matrix.tril(),
        };
        Parameters.Positive(tril.diagonal(0, -2, -1), name);
        if (name == nameof(scale_tril))
            Parameters.Check(matrix, name, m => (m - tril).eq(0), "lower triangular");
        _loc = Keep(loc.expand([.. batch, n]));
        _scaleTril = Keep(tril.expand([.. batch, n, n]));
        _init(batch, (long[])[n]);
    }

    public override torch.Tensor mean => _loc.alias();

    public override torch.Tensor mode => _loc.alias();

    public override torch.Tensor variance
    {
        get
        {
            using var squares = _scaleTril.square();
            return squares.sum(-1);
        }
    }

    public override torch.Tensor rsample(params long[] sample_shape)
    {
        using var scope = torch.NewDisposeScope();
        var unit = Noise.Normal(ExtendedShape(sample_shape), _loc, generator).unsqueeze(-1);
        return (_loc + _scaleTril.matmul(unit).squeeze(-1)).MoveToOuterDisposeScope();
    }

    public override torch.Tensor log_prob(torch.Tensor value)
    {
        using var scope = torch.NewDisposeScope();
        var difference = value - _loc;
        var shape = difference.shape;
        var root = _scaleTril.expand([.. shape, shape[^1]]);
        var unit = torch.linalg.solve_triangular(root, difference.unsqueeze(-1), upper: false).squeeze(-1);
        return (unit.square().sum(-1) * -0.5 - HalfLogDeterminant() - 0.5 * shape[^1] * Math.Log(2 * Math.PI)).MoveToOuterDisposeScope();
    }

    public override torch.Tensor entropy()
    {
        using var half = HalfLogDeterminant();
        return half + 0.5 * event_shape[0] * (1 + Math.Log(2 * Math.PI));
    }

    public override torch.distributions.Distribution expand(torch.Size batch_shape, torch.distributions.Distribution instance = null)
    {
        var shape = InBatch(batch_shape, instance, event_shape[0]);
        using var loc = _loc.expand(shape);
        using var root = _scaleTril.expand([.. shape, event_shape[0]]);
        return new MultivariateNormal(loc, scale_tril: root, generator: generator);
    }

    private static torch.Tensor Cholesky(torch.Tensor matrix, string name)
    {
        Parameters.Check(matrix, name, m => (m - m.mT).abs() <= m.abs() * 1e-5 + 1e-6, "symmetric");
        var (root, failed) = torch.linalg.cholesky_ex(matrix);
        Parameters.Check(failed, name, f => f.eq(0), "positive definite");
        return root;
    }

    /// <summary>The lower root of P⁻¹: the inverse of the upper root of P, which is the lower root of P with its axes reversed.</summary>
    private static torch.Tensor RootOfInverse(torch.Tensor precision, string name)
    {
        var reversed = Cholesky(precision.flip(-2, -1), name);
        var inverse = reversed.flip(-2, -1).mT;
        var identity = torch.eye(precision.shape[^1], dtype: precision.dtype, device: precision.device);
        return torch.linalg.solve_triangular(inverse, identity.expand(precision.shape), upper: false);
    }

    private torch.Tensor HalfLogDeterminant()
    {
        using var scope = torch.NewDisposeScope();
        return _scaleTril.diagonal(0, -2, -1).log().sum(-1).MoveToOuterDisposeScope();
    }
}
