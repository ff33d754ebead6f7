using Kit.Foundation.Randomness;
using static TorchSharp.torch;

namespace Kit.Decisions.Bandits.Vectorized;

/// <summary>The arm of the largest value.</summary>
internal static class Choice
{
    /// <summary>
    /// The arm of the largest value in each problem, among equal ones each with the same chance: one random number for a problem with a
    /// tie, none for the others, so that it costs little once all arms have been tried.
    /// </summary>
    /// <param name="values">[K, N]</param>
    /// <param name="random">decides between equal values</param>
    /// <returns>[N] int64</returns>
    /// <exception cref="InvalidOperationException">a value is not a number</exception>
    public static Tensor ArgMax(Tensor values, RandomStream random)
    {
        using var scope = NewDisposeScope();
        var (best, arms) = values.max(0);
        var isBest = values.ge(best);
        var bests = isBest.count_nonzero().item<long>();
        if (bests < arms.shape[0])
            throw new InvalidOperationException("the value of an arm is not a number: was a reward NaN or infinite?");
        if (bests > arms.shape[0])
        {
            var problems = isBest.sum(0L).gt(1).nonzero().squeeze(1);
            var tied = isBest.index_select(1, problems);
            var numbers = new double[problems.shape[0]];
            random.FillUniform(numbers);
            // The place among the equal ones, counted from 0; the arm is as far down as there are arms with no more equals up to them.
            var place = (tensor(numbers) * tied.sum(0L)).to(int64);
            arms.index_copy_(0, problems, tied.cumsum(0).le(place).sum(0L));
        }

        return arms.MoveToOuterDisposeScope();
    }
}
