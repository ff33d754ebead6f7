using Engine.Tests.Operators;

namespace Engine.Tests.Random;

/// <summary>Random numbers against Python's torch: the same seed gives the same stream. Alone, because the default generator is one for all.</summary>
[Collection(Alone.Name)]
public sealed class SamplingFamilyTests : OperatorFamily
{
    protected override string Family => "sampling";

    protected override IReadOnlyList<OperatorCase> Cases { get; } =
    [
        .. Lengths(5),
        .. Lengths(40),
        Drawn("rand with a generator", t => [rand(2, 3, generator: Own(7), dtype: t[0].dtype), rand(2, dtype: t[0].dtype)]),
        Drawn("randn with a generator", t => [randn(2, 3, generator: Own(7), dtype: t[0].dtype), randn(2, dtype: t[0].dtype)]),
        Drawn("rand twice", t => [rand(3, dtype: t[0].dtype), rand([3], dtype: t[0].dtype)]),
        Drawn("rand_like", t => [rand_like(t[0])]),
        Drawn("randn_like", t => [randn_like(t[0])]),
        Drawn("randint", t => [randint(10, [12], dtype: t[0].dtype)]),
        Drawn("randint low", t => [randint(-5, 5, (3, 4), dtype: t[0].dtype)]),
        Drawn("randint of the default dtype", _ => [randint(0, 1000000, new[] { 20 })]),
        Drawn("randint with a generator", t => [randint(100, new[] { 6 }, generator: Own(3), dtype: t[0].dtype)]),
        Drawn("randint_like", t => [randint_like(t[0], 3, 9)]),
        Drawn("randperm", t => [randperm(20, dtype: t[0].dtype)]),
        Drawn("randperm of the default dtype", _ => [randperm(9)]),
        Drawn("randperm out", t => [randperm(6, t[0].new_empty(6))]),
        Drawn("randperm with a generator", _ => [randperm(10, generator: Own(4))]),
        Drawn("normal of tensors", t => [normal(t[0], t[1])]),
        Drawn("normal with a generator", t => [normal(t[0], t[1], Own(9))]),
        Drawn("normal_ defaults", t => [t[0].normal_()]),
        Drawn("bernoulli", t => [bernoulli(t[0])]),
        Drawn("bernoulli_ defaults", t => [t[0].bernoulli_()]),
        Drawn("bernoulli_ of tensors", t => [t[0].bernoulli_(t[1])]),
        Drawn("multinomial", t => [multinomial(t[0], 3)]),
        Drawn("multinomial, one draw", t => [multinomial(t[0], 1)]),
        Drawn("multinomial with replacement", t => [multinomial(t[0], 20, replacement: true)]),
        Drawn("multinomial with a generator", t => [t[0].multinomial(20, true, Own(2))]),
        Drawn("poisson", t => [poisson(t[0])]),
        Drawn("cauchy_", t => [t[0].cauchy_(1, 0.5)]),
        Drawn("cauchy_ defaults", t => [t[0].cauchy_()]),
        Drawn("exponential_ defaults", t => [t[0].exponential_()]),
        Drawn("geometric_", t => [t[0].geometric_(0.3)]),
        Drawn("log_normal_", t => [t[0].log_normal_()]),
        Drawn("log_normal_ of others", t => [t[0].log_normal_(0.5, 0.25)]),
        Drawn("random_", t => [t[0].random_(2, 100)]),
        Drawn("state put back", t => Replayed(t[0].dtype)),
    ];

    private static IEnumerable<OperatorCase> Lengths(long n) =>
    [
        Drawn($"rand {n}", t => [rand(n, dtype: t[0].dtype)]),
        Drawn($"randn {n}", t => [randn(n, dtype: t[0].dtype)]),
        Drawn($"normal {n}", t => [normal(2, 3, [n], dtype: t[0].dtype)]),
        Drawn($"normal_ {n}", t => [t[0].new_empty(n).normal_(1, 0.5)]),
        Drawn($"uniform_ {n}", t => [t[0].new_empty(n).uniform_(-1, 3)]),
        Drawn($"bernoulli_ {n}", t => [t[0].new_empty(n).bernoulli_(0.3)]),
        Drawn($"exponential_ {n}", t => [t[0].new_empty(n).exponential_(2)]),
    ];

    private static OperatorCase Drawn(string name, Func<Tensor[], Tensor[]> draw) => new(name, t =>
    {
        manual_seed(1234).Dispose();
        return draw(t);
    });

    private static Generator Own(long seed) => new Generator().manual_seed(seed);

    private static Tensor[] Replayed(ScalarType dtype)
    {
        rand(3);
        using var state = get_rng_state();
        var first = randn(4, dtype: dtype);
        set_rng_state(state);
        return [first, randn(4, dtype: dtype)];
    }
}
