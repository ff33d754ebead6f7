"""torch.special."""
import torch

from cases import ALL, WIDE, case, draw, fixed, write

case("entr", lambda a: torch.special.entr(a), draw(4, low=0.4, high=3.0), dtypes=ALL)
case("erf", lambda a: torch.special.erf(a), draw(4), dtypes=ALL)
case("erfc", lambda a: torch.special.erfc(a), draw(4), dtypes=ALL)
case("erfcx", lambda a: torch.special.erfcx(a), draw(4), dtypes=ALL)
case("erfinv", lambda a: torch.special.erfinv(a), draw(4, low=-0.9, high=0.9), dtypes=ALL)
case("expit", lambda a: torch.special.expit(a), draw(4), dtypes=ALL)
case("expm1", lambda a: torch.special.expm1(a), draw(4), dtypes=ALL)
case("exp2", lambda a: torch.special.exp2(a), draw(4), dtypes=ALL)
case("gammaln", lambda a: torch.special.gammaln(a), draw(4, low=0.4, high=3.0), dtypes=ALL)
case("digamma", lambda a: torch.special.digamma(a), draw(4, low=0.4, high=3.0), dtypes=ALL)
case("psi", lambda a: torch.special.psi(a), draw(4, low=0.4, high=3.0), dtypes=ALL)
case("i0", lambda a: torch.special.i0(a), draw(4), dtypes=ALL)
case("i0e", lambda a: torch.special.i0e(a), draw(4), dtypes=ALL)
case("i1", lambda a: torch.special.i1(a), draw(4), dtypes=ALL)
case("i1e", lambda a: torch.special.i1e(a), draw(4), dtypes=ALL)
case("logit", lambda a: torch.special.logit(a), draw(4, low=0.1, high=0.9), dtypes=ALL)
case("ndtr", lambda a: torch.special.ndtr(a), draw(4), dtypes=ALL)
case("ndtri", lambda a: torch.special.ndtri(a), draw(4, low=0.1, high=0.9), dtypes=ALL)
case("sinc", lambda a: torch.special.sinc(a), draw(4), dtypes=ALL)
# infinite
case("entr at and below zero", lambda a: torch.special.entr(a), fixed([0.0, -1.0, float('nan'), 1.0]), grad=False)
# no derivative by the first argument in libtorch
case("gammainc", lambda a, b: torch.special.gammainc(a, b), draw(4, low=0.4, high=3.0), draw(4, low=0.4, high=3.0), dtypes=WIDE, grad=False)
case("gammaincc", lambda a, b: torch.special.gammaincc(a, b), draw(4, low=0.4, high=3.0), draw(4, low=0.4, high=3.0), dtypes=WIDE, grad=False)
case("polygamma", lambda a: torch.special.polygamma(1, a), draw(4, low=0.4, high=3.0), dtypes=ALL)
case("multigammaln", lambda a: torch.special.multigammaln(a, 2), draw(4, low=1.0, high=3.0), dtypes=WIDE)
case("log_softmax", lambda a: torch.special.log_softmax(a, 1), draw(2, 3))
case("softmax", lambda a: torch.special.softmax(a, 0), draw(2, 3))
case("sigmoid", lambda a: torch.sigmoid(a), draw(4), dtypes=ALL)
case("sigmoid_", lambda a: torch.sigmoid(a), draw(4))
case("xlog1py", lambda a, b: torch.special.xlog1py(a, b), draw(4), draw(4, low=-0.8, high=3.0), dtypes=ALL)
# no derivative by the first argument in libtorch
case("zeta", lambda a, b: torch.special.zeta(a, b), draw(4, low=1.2, high=3.0), draw(4, low=0.4, high=3.0), dtypes=WIDE, grad=False)

write()
