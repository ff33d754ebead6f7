using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Seeds the default generators of all devices.</summary>
    /// <returns>The CPU's.</returns>
    public static Generator manual_seed(long seed) => random.manual_seed(seed);

    /// <summary>Seeds from the machine's source of randomness.</summary>
    /// <returns>The seed.</returns>
    public static long seed() => random.seed();

    /// <summary>The seed that the CPU's default generator was last given.</summary>
    public static long initial_seed() => random.initial_seed();

    /// <summary>The state of the CPU's default generator, to be put back later.</summary>
    public static Tensor get_rng_state() => random.get_rng_state();

    public static void set_rng_state(Tensor new_state) => random.set_rng_state(new_state);

    public static class random
    {
        public static long seed()
        {
            using var generator = Generator.Default;
            var seed = generator.seed();
            manual_seed(seed).Dispose();
            return seed;
        }

        public static long initial_seed()
        {
            using var generator = Generator.Default;
            return generator.initial_seed();
        }

        public static unsafe Generator manual_seed(long seed)
        {
            Api.Instance.Check(Api.Instance.ManualSeed((ulong)seed), "manual_seed");
            return Generator.Default;
        }

        public static Tensor get_rng_state()
        {
            using var generator = Generator.Default;
            return generator.get_state();
        }

        public static void set_rng_state(Tensor new_state)
        {
            using var generator = Generator.Default;
            generator.set_state(new_state);
        }
    }
}
