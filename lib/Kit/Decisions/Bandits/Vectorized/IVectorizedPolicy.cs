using Kit.Foundation.Randomness;
using static TorchSharp.torch;

namespace Kit.Decisions.Bandits.Vectorized;

/// <summary>A decision maker for N bandits at once, each of which learns from its own rewards alone.</summary>
public interface IVectorizedPolicy : IDisposable
{
    /// <summary>The arm to pull next in each problem.</summary>
    /// <returns>[N] int64, for the caller to dispose</returns>
    Tensor Select(RandomStream random);

    /// <summary>What those arms paid.</summary>
    /// <param name="arms">[N] int64</param>
    /// <param name="rewards">[N] float64</param>
    void Update(Tensor arms, Tensor rewards);

    /// <summary>All that was learnt, by name. The tensors are the policy's own: copying saved ones into them restores it exactly.</summary>
    IReadOnlyDictionary<string, Tensor> State { get; }
}
