"""Random numbers: the same seed gives Python's stream. Short and long tensors, because libtorch fills those by different code."""
import torch

from cases import FLOATS, INTEGERS, NUMBERS, WIDE, case, draw, fixed, write


def drawn(name, function, *inputs, dtypes=FLOATS):
    # grad=False: random numbers have no gradient.
    def seeded(*tensors):
        torch.manual_seed(1234)
        return function(*tensors)
    case(name, seeded, *(inputs or (draw(1),)), dtypes=dtypes, grad=False)


def own(seed):
    generator = torch.Generator()
    generator.manual_seed(seed)
    return generator


for n in (5, 40):
    drawn(f"rand {n}", lambda t, n=n: torch.rand(n, dtype=t.dtype))
    drawn(f"randn {n}", lambda t, n=n: torch.randn(n, dtype=t.dtype))
    drawn(f"normal {n}", lambda t, n=n: torch.normal(2.0, 3.0, (n,), dtype=t.dtype))
    drawn(f"normal_ {n}", lambda t, n=n: t.new_empty(n).normal_(1.0, 0.5))
    drawn(f"uniform_ {n}", lambda t, n=n: t.new_empty(n).uniform_(-1.0, 3.0))
    drawn(f"bernoulli_ {n}", lambda t, n=n: t.new_empty(n).bernoulli_(0.3))
    drawn(f"exponential_ {n}", lambda t, n=n: t.new_empty(n).exponential_(2.0))
drawn("rand with a generator", lambda t: [torch.rand(2, 3, generator=own(7), dtype=t.dtype), torch.rand(2, dtype=t.dtype)])
drawn("randn with a generator", lambda t: [torch.randn(2, 3, generator=own(7), dtype=t.dtype), torch.randn(2, dtype=t.dtype)])
drawn("rand twice", lambda t: [torch.rand(3, dtype=t.dtype), torch.rand(3, dtype=t.dtype)])
drawn("rand_like", lambda t: torch.rand_like(t), draw(2, 3))
drawn("randn_like", lambda t: torch.randn_like(t), draw(2, 3))
drawn("randint", lambda t: torch.randint(10, (12,), dtype=t.dtype), dtypes=NUMBERS)
drawn("randint low", lambda t: torch.randint(-5, 5, (3, 4), dtype=t.dtype), dtypes=NUMBERS)
drawn("randint of the default dtype", lambda t: torch.randint(0, 1000000, (20,)), dtypes=("float64",))
drawn("randint with a generator", lambda t: torch.randint(100, (6,), generator=own(3), dtype=t.dtype), dtypes=INTEGERS)
drawn("randint_like", lambda t: torch.randint_like(t, 3, 9), draw(2, 3), dtypes=NUMBERS)
drawn("randperm", lambda t: torch.randperm(20, dtype=t.dtype), dtypes=WIDE + INTEGERS)
drawn("randperm of the default dtype", lambda t: torch.randperm(9), dtypes=("float64",))
drawn("randperm out", lambda t: torch.randperm(6, out=t.new_empty(6)), dtypes=WIDE + INTEGERS)
drawn("randperm with a generator", lambda t: torch.randperm(10, generator=own(4)), dtypes=("float64",))
drawn("normal of tensors", lambda m, s: torch.normal(m, s), draw(6), draw(6, low=0.1, high=2.0))
drawn("normal with a generator", lambda m, s: torch.normal(m, s, generator=own(9)), draw(6), draw(6, low=0.1, high=2.0))
drawn("normal_ defaults", lambda t: t.normal_(), draw(6))
drawn("bernoulli", lambda p: torch.bernoulli(p), draw(30, low=0.0, high=1.0))
drawn("bernoulli_ defaults", lambda t: t.bernoulli_(), draw(30), dtypes=NUMBERS)
drawn("bernoulli_ of tensors", lambda t, p: t.bernoulli_(p), draw(30), draw(30, low=0.0, high=1.0))
drawn("multinomial", lambda p: torch.multinomial(p, 3), draw(2, 5, low=0.1, high=1.0))
drawn("multinomial, one draw", lambda p: torch.multinomial(p, 1), draw(4, 5, low=0.1, high=1.0))
drawn("multinomial with replacement", lambda p: torch.multinomial(p, 20, replacement=True), draw(4, low=0.1, high=1.0))
drawn("multinomial with a generator", lambda p: torch.multinomial(p, 20, True, generator=own(2)), draw(4, low=0.1, high=1.0))
drawn("poisson", lambda r: torch.poisson(r), draw(12, low=0.5, high=20.0))
drawn("cauchy_", lambda t: t.cauchy_(1.0, 0.5), draw(6))
drawn("cauchy_ defaults", lambda t: t.cauchy_(), draw(6))
drawn("exponential_ defaults", lambda t: t.exponential_(), draw(6))
drawn("geometric_", lambda t: t.geometric_(0.3), draw(12), dtypes=NUMBERS)
drawn("log_normal_", lambda t: t.log_normal_(0.0, 1.0), draw(6))
drawn("log_normal_ of others", lambda t: t.log_normal_(0.5, 0.25), draw(6))
drawn("random_", lambda t: t.random_(2, 100), draw(10), dtypes=NUMBERS)


def _replayed(t):
    torch.rand(3)
    state = torch.get_rng_state()
    first = torch.randn(4, dtype=t.dtype)
    torch.set_rng_state(state)
    return [first, torch.randn(4, dtype=t.dtype)]


drawn("state put back", _replayed, dtypes=WIDE)
write()
