"""torch.distributions: log-probabilities, entropies, moments and cumulative probabilities. Samples are tested by their statistics."""
import itertools

import torch
from torch import distributions as d

from cases import WIDE, case, draw, fixed, write

d.Distribution.set_default_validate_args(False)  # float64 inputs stand for counts where gradients are checked


def add(name, make, *parameters, value=None, methods=(), moments=("mean", "variance", "stddev"), grad=True):
    """log_prob, entropy and so on of one distribution. Inputs: its parameters, then the value where there is one.

    The gradient of each is checked with respect to all of them.
    """
    count = len(parameters)
    for method in methods:
        if method in ("log_prob", "cdf", "icdf"):
            at = value if method != "icdf" else draw(3, 2, low=0.05, high=0.95)
            case(f"{name} {method}", lambda *t, m=method: getattr(make(*t[:count]), m)(t[count]), *parameters, at, dtypes=WIDE, grad=grad)
        else:
            case(f"{name} {method}", lambda *t, m=method: getattr(make(*t), m)(), *parameters, dtypes=WIDE, grad=grad)
    if moments:
        # The mode has no gradient here: it is piecewise, or another distribution's parameter.
        case(f"{name} moments", lambda *t: [getattr(make(*t), m) for m in moments], *parameters, dtypes=WIDE, grad=grad and "mode" not in moments)


def entropy_by_listing(multinomial):
    """Over every vector of counts. Python's own entropy() computes log n! in single precision."""
    n, k = multinomial.total_count, multinomial.event_shape[0]
    counts = [c for c in itertools.product(range(n + 1), repeat=k) if sum(c) == n]
    log = multinomial.log_prob(torch.tensor(counts, dtype=multinomial.probs.dtype).unsqueeze(1))
    return -(log.exp() * log).sum(0)


POSITIVE = draw(2, low=0.5, high=3)
ALL = ("log_prob", "entropy", "cdf", "icdf")

add("Normal", d.Normal, draw(2), POSITIVE, value=draw(3, 2), methods=ALL)
case("Normal mode", lambda a, b: d.Normal(a, b).mode, draw(2), POSITIVE, dtypes=WIDE, grad=False)  # a parameter itself
add("Uniform", d.Uniform, draw(2, low=-2, high=-1), draw(2, low=1, high=2), value=draw(3, 2, low=-0.9, high=0.9), methods=ALL)
case("Uniform outside", lambda a, b, v: [d.Uniform(a, b).log_prob(v), d.Uniform(a, b).cdf(v)], fixed([0.0]), fixed([1.0]), fixed([-1.0, 0.0, 1.0, 2.0]),
     dtypes=WIDE, grad=False)  # constant there, with jumps at the ends
add("Exponential", d.Exponential, POSITIVE, value=draw(3, 2, low=0.1, high=4), methods=ALL)
add("Laplace", d.Laplace, draw(2), POSITIVE, value=draw(3, 2), methods=ALL)
add("Gamma", d.Gamma, POSITIVE, draw(2, low=0.5, high=3), value=draw(3, 2, low=0.1, high=4), methods=("log_prob", "entropy"))
case("Gamma cdf", lambda a, b, v: torch.special.gammainc(a, b * v), fixed([0.5, 3.0]), fixed([2.0, 0.7]), draw(3, 2, low=0.1, high=4), dtypes=WIDE,
     grad=False)  # libtorch has no gradient of the incomplete gamma function by its first argument
case("Gamma sample is positive", lambda a: d.Gamma(a, a).sample() > 0, POSITIVE, dtypes=WIDE, grad=False)  # the sample itself is random
case("Gamma mode", lambda a, b: torch.clamp((a - 1) / b, min=0), fixed([0.5, 1.0, 3.0]), fixed([2.0, 1.0, 0.7]), dtypes=WIDE, grad=False)  # piecewise
add("Beta", d.Beta, POSITIVE, draw(2, low=0.5, high=3), value=draw(3, 2, low=0.05, high=0.95), methods=("log_prob", "entropy"))
case("Beta mode", lambda a, b: d.Beta(a, b).mode, fixed([2.0, 0.5, 3.0]), fixed([3.0, 2.0, 1.5]), dtypes=WIDE, grad=False)  # piecewise
SIMPLEX = fixed([[0.1, 0.2, 0.7], [0.5, 0.25, 0.25]])
add("Dirichlet", d.Dirichlet, draw(2, 3, low=0.4, high=3), value=SIMPLEX, methods=("log_prob", "entropy"))
case("Dirichlet mode", lambda c: d.Dirichlet(c).mode, fixed([[2.0, 3.0, 0.5], [1.5, 1.0, 4.0]]), dtypes=WIDE, grad=False)  # piecewise
add("Gumbel", d.Gumbel, draw(2), POSITIVE, value=draw(3, 2), methods=("log_prob", "entropy", "cdf", "icdf"))
add("LogNormal", d.LogNormal, draw(2), draw(2, low=0.3, high=1.2), value=draw(3, 2, low=0.1, high=4), methods=ALL)
case("LogNormal mode", lambda a, b: d.LogNormal(a, b).mode, draw(2), POSITIVE, dtypes=WIDE)

PROBS = draw(2, low=0.1, high=0.9)
BITS = fixed([[0, 1], [1, 1], [0, 0]])
for name, make in (("Bernoulli", d.Bernoulli), ("Geometric", d.Geometric)):
    values = BITS if name == "Bernoulli" else fixed([[0, 1], [5, 2], [3, 0]])
    add(f"{name} probs", make, PROBS, value=values, methods=("log_prob", "entropy"))
    add(f"{name} logits", lambda x, m=make: m(logits=x), draw(2), value=values, methods=("log_prob", "entropy"))
    case(f"{name} conversions", lambda p, x, m=make: [m(p).logits, m(logits=x).probs], PROBS, draw(2), dtypes=WIDE)
case("Bernoulli extreme logits", lambda x, v: d.Bernoulli(logits=x).log_prob(v), fixed([-1000.0, 1000.0, -30.0, 30.0, 0.0]),
     fixed([[0.0], [1.0]]), dtypes=WIDE)
case("Bernoulli certain", lambda p, v: [d.Bernoulli(p).log_prob(v), d.Bernoulli(p).entropy()], fixed([0.0, 1.0, 0.5]), fixed([[0.0], [1.0]]),
     dtypes=WIDE, grad=False)  # at the ends of the interval
case("Geometric certain", lambda p, v: d.Geometric(p).log_prob(v), fixed([1.0]), fixed([0.0]), dtypes=WIDE, grad=False)  # at the end of the interval
add("Poisson", d.Poisson, POSITIVE, value=fixed([[0, 1], [5, 2], [3, 0]]), methods=("log_prob",), moments=("mean", "variance"))
case("Poisson cdf", lambda r, v: torch.special.gammaincc(v + 1, r), fixed([0.5, 3.0]), fixed([[0, 1], [5, 2]]), dtypes=WIDE, grad=False)  # a step function
case("Poisson mode", lambda r: r.floor(), fixed([0.5, 3.0, 2.7]), dtypes=WIDE, grad=False)  # a step function

INDEX = fixed([[0, 1], [2, 3], [3, 0]], "int64")
ONE_HOT = fixed([[0, 1, 0, 0], [0, 0, 0, 1]])
COUNTS = fixed([[1, 2, 0, 1], [0, 0, 3, 1]])
LOGITS = draw(2, 4, low=-3, high=3)
WEIGHTS = draw(2, 4, low=0.2, high=2)
for source, parameter in (("probs", WEIGHTS), ("logits", LOGITS)):
    def make(kind, *more, s=source):
        return lambda x: kind(*more, **{s: x})
    add(f"Categorical {source}", make(d.Categorical), parameter, value=INDEX, methods=("log_prob", "entropy", "perplexity"), moments=("probs", "logits"))
    # The index of the 1 has no gradient, so the value is an integer.
    one_hot = fixed(ONE_HOT[1], "int64")
    add(f"OneHotCategorical {source}", make(d.OneHotCategorical), parameter, value=one_hot, methods=("log_prob", "entropy"), moments=("mean", "variance", "probs", "logits"))
    add(f"Multinomial {source}", make(d.Multinomial, 4), parameter, value=COUNTS, methods=("log_prob",), moments=("mean", "variance", "probs", "logits"))
    case(f"Multinomial {source} entropy", lambda x, m=make: entropy_by_listing(m(d.Multinomial, 4)(x)), parameter, dtypes=WIDE)
case("OneHotCategorical mode", lambda x: d.OneHotCategorical(logits=x).mode, LOGITS, dtypes=WIDE, grad=False)  # piecewise constant
case("Categorical extreme logits", lambda x, v: [d.Categorical(logits=x).log_prob(v), d.Categorical(logits=x).entropy()],
     fixed([[1000.0, -1000.0, 0.0, 999.0]]), fixed([0, 1, 2, 3], "int64"), dtypes=WIDE)
case("Categorical excluded", lambda x, v: [d.Categorical(logits=x).log_prob(v), d.Categorical(logits=x).entropy()],
     fixed([[0.5, float("-inf"), 1.5]]), fixed([0, 1, 2], "int64"), dtypes=WIDE, grad=False)  # an infinite logit has no gradient
case("Categorical weight 0", lambda x, v: d.Categorical(x).log_prob(v), fixed([[0.5, 0.0, 1.5]]), fixed([0, 2], "int64"), dtypes=WIDE,
     grad=False)  # at the end of the interval
case("Categorical broadcast", lambda x, v: d.Categorical(logits=x).log_prob(v), draw(4), fixed([[0, 1, 3], [2, 2, 0]], "int64"), dtypes=WIDE)

ROOT = fixed([[1.5, 0.0, 0.0], [0.3, 0.8, 0.0], [-0.4, 0.2, 1.1]])
for source, transform in (("scale_tril", lambda m: m.tril()),
                          ("covariance_matrix", lambda m: m.tril() @ m.tril().mT),
                          ("precision_matrix", lambda m: m.tril() @ m.tril().mT)):
    add(f"MultivariateNormal {source}", lambda loc, m, s=source, t=transform: d.MultivariateNormal(loc, **{s: t(m)}), draw(2, 3), ROOT,
        value=draw(4, 2, 3), methods=("log_prob", "entropy"), moments=("mean", "variance"))
add("Independent", lambda a, b: d.Independent(d.Normal(a, b), 1), draw(3, 2), draw(3, 2, low=0.5, high=2), value=draw(4, 3, 2),
    methods=("log_prob", "entropy"), moments=("mean", "variance"))
SQUASH = (lambda a, b: d.TransformedDistribution(d.Independent(d.Normal(a, b), 1), [d.TanhTransform()]))
add("Squashed normal", SQUASH, draw(2), draw(2, low=0.5, high=2), value=draw(3, 2, low=-0.9, high=0.9), methods=("log_prob",), moments=())
CHAIN = (lambda a, b: d.TransformedDistribution(d.Normal(a, b), d.ComposeTransform([d.AffineTransform(1.0, -2.0), d.SigmoidTransform()])))
add("Composed", CHAIN, draw(2), draw(2, low=0.5, high=2), value=draw(3, 2, low=0.05, high=0.95), methods=("log_prob", "cdf"), moments=())
write()
