namespace TorchSharp;

/// <summary>A transform backwards.</summary>
internal sealed class InverseTransform : torch.distributions.transforms.Transform
{
    private readonly torch.distributions.transforms.Transform _forward;

    public InverseTransform(torch.distributions.transforms.Transform forward)
    {
        _forward = forward;
        _inv = forward;
    }

    public override int event_dim => _forward.event_dim;

    public override bool bijective => _forward.bijective;

    public override long[] forward_shape(long[] shape) => _forward.inverse_shape(shape);

    public override long[] inverse_shape(long[] shape) => _forward.forward_shape(shape);

    protected internal override torch.Tensor _sign() => _forward._sign();

    protected internal override torch.Tensor _call(torch.Tensor x) => _forward._inverse(x);

    protected internal override torch.Tensor _inverse(torch.Tensor y) => _forward._call(y);

    protected internal override torch.Tensor log_abs_det_jacobian(torch.Tensor x, torch.Tensor y)
    {
        using var forward = _forward.log_abs_det_jacobian(y, x);
        return -forward;
    }
}
