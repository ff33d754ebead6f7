namespace Engine.Tests.Operators;

public sealed class SpecialTests : OperatorFamily
{
    protected override string Family => "special";

    protected override IReadOnlyList<OperatorCase> Cases { get; } =
    [
        new("entr", t => torch.special.entr(t[0])),
        new("erf", t => torch.special.erf(t[0])),
        new("erfc", t => torch.special.erfc(t[0])),
        new("erfcx", t => torch.special.erfcx(t[0])),
        new("erfinv", t => torch.special.erfinv(t[0])),
        new("expit", t => torch.special.expit(t[0])),
        new("expm1", t => torch.special.expm1(t[0])),
        new("exp2", t => torch.special.exp2(t[0])),
        new("gammaln", t => torch.special.gammaln(t[0])),
        new("digamma", t => torch.special.digamma(t[0])),
        new("psi", t => torch.special.psi(t[0])),
        new("i0", t => torch.special.i0(t[0])),
        new("i0e", t => torch.special.i0e(t[0])),
        new("i1", t => torch.special.i1(t[0])),
        new("i1e", t => torch.special.i1e(t[0])),
        new("logit", t => torch.special.logit(t[0])),
        new("ndtr", t => torch.special.ndtr(t[0])),
        new("ndtri", t => torch.special.ndtri(t[0])),
        new("sinc", t => torch.special.sinc(t[0])),
        new("entr at and below zero", t => torch.special.entr(t[0])),
        new("gammainc", t => torch.special.gammainc(t[0], t[1])),
        new("gammaincc", t => torch.special.gammaincc(t[0], t[1])),
        new("polygamma", t => torch.special.polygamma(1, t[0])),
        new("multigammaln", t => torch.special.multigammaln(t[0], 2)),
        new("log_softmax", t => torch.special.log_softmax(t[0], 1)),
        new("softmax", t => torch.special.softmax(t[0], 0)),
        new("sigmoid", t => torch.special.sigmoid(t[0])),
        new("sigmoid_", t => torch.special.sigmoid_(t[0].clone())),
        new("xlog1py", t => torch.special.xlog1py(t[0], t[1])),
        new("zeta", t => torch.special.zeta(t[0], t[1])),
    ];
}
