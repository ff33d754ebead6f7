using System.Runtime.InteropServices;

namespace Engine.Tests.Random;

/// <summary>Alone, because the default generator is one for the whole process.</summary>
[Collection(Alone.Name)]
public class GeneratorTests
{
    [Fact]
    public void The_same_seed_gives_pythons_numbers()
    {
        using var scope = NewDisposeScope();
        manual_seed(0).Dispose();
        // torch.manual_seed(0); torch.randn(3), and torch.manual_seed(0); torch.rand(3, dtype=torch.float64)
        Assert.Equal([1.5409960746765137f, -0.293428897857666f, -2.1787893772125244f], randn(3).data<float>().ToArray(), Near);
        manual_seed(0).Dispose();
        Assert.Equal([0.9700530018065531, 0.707819864399788, 0.45938294312745087], rand(3, dtype: float64).data<double>().ToArray());
    }

    [Fact]
    public void A_generator_of_ones_own_is_independent_of_the_default_one()
    {
        using var scope = NewDisposeScope();
        manual_seed(5).Dispose();
        var undisturbed = randn(4).data<float>().ToArray();
        using var own = new Generator(9);
        manual_seed(5).Dispose();
        rand(100, generator: own);
        own.manual_seed(3);
        Assert.Equal(undisturbed, randn(4).data<float>().ToArray());

        using var same = new Generator(3);
        Assert.Equal(randn(4, generator: same).data<float>().ToArray(), randn(4, generator: own).data<float>().ToArray());
    }

    [Fact]
    public void A_state_that_is_put_back_replays_the_stream()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(1);
        randn(3, generator: generator); // an odd number: half of a pair of normals is kept in the state
        var state = generator.get_state();
        var first = (randn(5, generator: generator).data<float>().ToArray(), rand(5, generator: generator).data<float>().ToArray());
        generator.set_state(state);
        Assert.Equal(first.Item1, randn(5, generator: generator).data<float>().ToArray());
        Assert.Equal(first.Item2, rand(5, generator: generator).data<float>().ToArray());

        using var other = new Generator();
        other.set_state(state);
        Assert.Equal(first.Item1, randn(5, generator: other).data<float>().ToArray());
    }

    [Fact]
    public void The_default_generators_state_can_be_kept_too()
    {
        using var scope = NewDisposeScope();
        var state = torch.random.get_rng_state();
        var first = rand(3).data<float>().ToArray();
        torch.random.set_rng_state(state);
        Assert.Equal(first, rand(3).data<float>().ToArray());
        using var generator = Generator.Default;
        generator.set_state(state);
        Assert.Equal(first, rand(3).data<float>().ToArray());
    }

    [Fact]
    public void Seeds_are_remembered()
    {
        using var generator = manual_seed(77);
        Assert.Equal(77, generator.initial_seed());
        Assert.Equal(77, initial_seed());
        Assert.Equal(77, torch.random.initial_seed());
        var drawn = torch.random.seed();
        Assert.Equal(drawn, initial_seed());
        Assert.NotEqual(drawn, seed());
        using var own = new Generator(ulong.MaxValue);
        Assert.Equal(-1, own.initial_seed());
        Assert.Equal(own.seed(), own.initial_seed());
        Assert.Equal(DeviceType.CPU, own.device.type);
    }

    [Fact]
    public void What_is_no_state_throws_and_changes_nothing()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(4);
        var state = generator.get_state();
        Assert.Throws<ExternalException>(() => generator.set_state(zeros(10, dtype: uint8)));
        Assert.Throws<ExternalException>(() => generator.set_state(zeros(3)));
        Assert.Equal(state.data<byte>().ToArray(), generator.get_state().data<byte>().ToArray());
    }

    [Fact]
    public void A_disposed_generator_throws()
    {
        var generator = new Generator(1);
        generator.Dispose();
        generator.Dispose();
        Assert.Throws<ObjectDisposedException>(() => rand(2, generator: generator));
        Assert.Throws<ObjectDisposedException>(() => generator.get_state());
        Assert.Throws<ObjectDisposedException>(() => generator.manual_seed(1));
    }

    [Fact]
    public void Disposing_the_default_generator_lets_only_the_handle_go()
    {
        using var scope = NewDisposeScope();
        Generator.Default.Dispose();
        Assert.Equal([2], rand(2).shape);
    }

    [Fact]
    public void Impossible_distributions_throw()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<ExternalException>(() => multinomial(tensor([0f, 0]), 1));
        Assert.Throws<ExternalException>(() => multinomial(tensor([-1f, 2]), 1));
        Assert.Throws<ExternalException>(() => multinomial(tensor([float.NaN, 1]), 1));
        Assert.Throws<ExternalException>(() => multinomial(tensor([1f, float.PositiveInfinity]), 1));
        Assert.Throws<ExternalException>(() => multinomial(ones(3), 4));
        Assert.Throws<ExternalException>(() => bernoulli(tensor([1.5f])));
        Assert.Throws<ExternalException>(() => ones(2).bernoulli_(-0.5));
        Assert.Throws<ExternalException>(() => ones(2).normal_(0, -1));
        Assert.Throws<ExternalException>(() => ones(2).uniform_(2, 1));
        Assert.Throws<ExternalException>(() => ones(2).exponential_(-1));
        Assert.Throws<ExternalException>(() => ones(2).geometric_(0));
        Assert.Throws<ExternalException>(() => ones(2).random_(5, 5));
        Assert.Throws<OverflowException>(() => ones(2).random_(0, double.NaN));
    }

    [Fact]
    public void Draws_have_the_moments_that_their_names_say()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(2024);
        const long n = 100_000;
        // Five standard errors of the mean.
        Check(rand(n, generator: generator, dtype: float64), 0.5, 1 / 12.0);
        Check(randn(n, generator: generator, dtype: float64), 0, 1);
        Check(empty(n, dtype: float64).uniform_(-1, 3, generator), 1, 16 / 12.0);
        Check(empty(n, dtype: float64).exponential_(2, generator), 0.5, 0.25);
        Check(empty(n, dtype: float64).bernoulli_(0.3, generator), 0.3, 0.21);
        Check(empty(n, dtype: float64).geometric_(0.25, generator), 4, 12);
        Check(empty(n, dtype: float64).log_normal_(0, 0.5, generator), Math.Exp(0.125), (Math.Exp(0.25) - 1) * Math.Exp(0.25));
        Check(poisson(full(n, 3.0, dtype: float64), generator), 3, 3);
        Check(randint(0, 10, new[] { n }, dtype: float64, generator: generator), 4.5, 99 / 12.0);
        Check(multinomial(tensor([1.0, 3]), n, true, generator).@double(), 0.75, 0.1875);

        static void Check(Tensor draws, double mean, double variance)
        {
            var actual = draws.mean().item<double>();
            Assert.InRange(actual, mean - 5 * Math.Sqrt(variance / n), mean + 5 * Math.Sqrt(variance / n));
            Assert.InRange(draws.var().item<double>() / variance, 0.9, 1.1);
        }
    }

    [Fact]
    public void A_permutation_has_every_number_once_and_a_sample_without_replacement_nothing_twice()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (long)i), randperm(1000).data<long>().Order());
        Assert.Equal(5, multinomial(ones(5), 5).data<long>().Distinct().Count());
        Assert.Empty(randperm(0).data<long>());
    }

    [Fact]
    public void Without_a_gpu_seeding_gpus_does_nothing_and_waiting_for_one_throws()
    {
        if (cuda.is_available())
            return;
        manual_seed(6).Dispose();
        cuda.manual_seed(1);
        cuda.manual_seed_all(1);
        Assert.Equal(6, initial_seed());
        Assert.Throws<ExternalException>(() => cuda.synchronize());
        Assert.ThrowsAny<Exception>(() => new Generator(1, CUDA));
    }

    private static bool Near(float a, float b) => Math.Abs(a - b) <= 1e-6f * (1 + Math.Abs(b));
}
