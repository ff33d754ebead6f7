using Kit.Foundation;

namespace Kit.Decisions.Bandits;

/// <summary>
/// Judges the functions that readers write in notebooks/exercises/01-bandits. Write yours first: what stands here are the right functions
/// and the wrong ones that people write most often.
/// </summary>
public static class BanditExercises
{
    private const double Tolerance = 1e-9;

    /// <summary>Exercise 1.1: the estimate after all rewards, from a start, with a constant step or (null) with 1/n.</summary>
    public static string Estimate(Func<double[], double, double?, double> yours)
    {
        return Exercise.Check<(double[] Rewards, double Start, double? Step)>(
            it => yours(it.Rewards, it.Start, it.Step),
            it =>
            {
                var q = new ActionValues(1, it.Step, it.Start);
                foreach (var reward in it.Rewards)
                    q.Update(0, reward);
                return q.Values[0];
            },
            [([2, 4, 9], 0, null), ([2, 4, 9], 0, 0.5), ([1, 0, 0, 1], 5, null), ([1, 0, 0, 1], 5, 0.1), ([], 3, 0.5)],
            Tolerance,
            (it => Moved(it.Rewards, it.Start, (q, r, n) => q + (it.Step ?? 1.0 / (n + 1)) * (r - q)), "1/(n + 1) counts the start as a reward; n is 1 at the first reward."),
            (it => Moved(it.Rewards, it.Start, (q, r, n) => q + (it.Step ?? 1 / n) * (r - q)), "1 / n divides whole numbers and is 0 from the second reward on: write 1.0 / n."),
            (it => Moved(it.Rewards, it.Start, (q, r, n) => q + (it.Step ?? 1.0 / n) * r), "a share of the reward is added; what moves Q is a share of the surprise, r − Q."),
            (it => Moved(it.Rewards, it.Start, (q, r, n) => r + (it.Step ?? 1.0 / n) * (q - r)), "the step weighs the new reward; here it weighs the old estimate."),
            (it => Moved(it.Rewards, it.Start, (q, r, n) => q + (r - q) / n), "it ignores the constant step and always gives the mean."));

        static double Moved(double[] rewards, double start, Func<double, double, int, double> step) =>
            rewards.Index().Aggregate(start, (q, it) => step(q, it.Item, it.Index + 1));
    }

    /// <summary>Exercise 1.2: the probability of each arm under ε-greedy, from estimates and ε.</summary>
    public static string EpsilonGreedy(Func<double[], double, double[]> yours)
    {
        return Exercise.Check<(double[] Estimates, double Epsilon)>(
            it => yours(it.Estimates, it.Epsilon),
            it => Shares(it.Estimates, it.Epsilon / it.Estimates.Length, (_, ties) => it.Epsilon / it.Estimates.Length + (1 - it.Epsilon) / ties),
            [([1, 3, 2], 0.3), ([3, 3, 1], 0.3), ([0, 0, 0, 0], 0.1), ([-1, -2], 0), ([5, 1], 1)],
            Tolerance,
            (it => Shares(it.Estimates, it.Epsilon / it.Estimates.Length, (first, _) => it.Epsilon / it.Estimates.Length + (first ? 1 - it.Epsilon : 0)), "where several arms look best, the first takes everything; they share evenly."),
            (it => Shares(it.Estimates, it.Epsilon / it.Estimates.Length, (_, _) => 1 - it.Epsilon + it.Epsilon / it.Estimates.Length), "where several arms look best, each gets all of 1 − ε; they share it."),
            (it => Shares(it.Estimates, it.Epsilon / (it.Estimates.Length - it.Estimates.Count(q => q == it.Estimates.Max())), (_, ties) => (1 - it.Epsilon) / ties), "exploring pulls any of the K arms, the best included: each gets ε/K from it."),
            (it => Shares(it.Estimates, it.Epsilon / it.Estimates.Length, (_, ties) => (1 - it.Epsilon) / ties), "the probabilities do not add up to 1: exploring may pull the best arm, too."));

        // The share of an arm that looks best depends on whether it is the first of them, and on how many there are.
        static double[] Shares(double[] estimates, double other, Func<bool, int, double> best)
        {
            var largest = estimates.Max();
            var ties = estimates.Count(q => q == largest);
            return [.. estimates.Select((q, arm) => q == largest ? best(arm == Array.IndexOf(estimates, largest), ties) : other)];
        }
    }

    /// <summary>Exercise 1.3: UCB1's bound of each arm, from means and numbers of pulls.</summary>
    public static string Ucb(Func<double[], int[], double[]> yours)
    {
        return Exercise.Check<(double[] Means, int[] Pulls)>(
            it => yours(it.Means, it.Pulls),
            it =>
            {
                var policy = new Ucb1(it.Means.Length);
                for (var arm = 0; arm < it.Means.Length; arm++)
                {
                    for (var n = 0; n < it.Pulls[arm]; n++)
                        policy.Update(arm, it.Means[arm]);
                }

                return [.. it.Means.Select((_, arm) => policy.Index(arm))];
            },
            [([0.5, 0.4], [75, 25]), ([1, 0, 0.5], [1, 1, 1]), ([0.2, 0], [3, 0]), ([0, 0], [0, 0])],
            Tolerance,
            (it => Bounds(it.Means, it.Pulls, (t, n) => n == 0 ? 0 : Math.Sqrt(2 * Math.Log(t) / n)), "an arm that was never pulled could be anything: its bound is +∞."),
            (it => Bounds(it.Means, it.Pulls, (t, n) => Math.Sqrt(2 * Math.Log(t) / n)), "before the first pull ln t is −∞ and the bound becomes NaN: an arm that was never pulled has the bound +∞."),
            (it => Bounds(it.Means, it.Pulls, (t, n) => Unless(n, Math.Sqrt(Math.Log(t) / n))), "the 2 under the root is missing."),
            (it => Bounds(it.Means, it.Pulls, (t, n) => Unless(n, Math.Sqrt(2.0 * t / n))), "the logarithm of t is missing."),
            (it => Bounds(it.Means, it.Pulls, (t, n) => Unless(n, Math.Sqrt(2 * Math.Log(n) / n))), "t counts the pulls of all arms, not of this one."),
            (it => Bounds(it.Means, it.Pulls, (t, n) => Unless(n, Math.Sqrt(2 * Math.Log(t)) / n)), "the number of pulls belongs under the root."));

        static double Unless(int pulls, double bonus) => pulls == 0 ? double.PositiveInfinity : bonus;
        static double[] Bounds(double[] means, int[] pulls, Func<int, int, double> bonus) => [.. means.Zip(pulls, (mean, n) => mean + bonus(pulls.Sum(), n))];
    }

    /// <summary>Exercise 1.4: the preferences of the gradient bandit after one reward, from preferences, arm, reward, baseline and α.</summary>
    public static string Preferences(Func<double[], int, double, double, double, double[]> yours)
    {
        return Exercise.Check<(double[] H, int Arm, double Reward, double Baseline, double Alpha)>(
            it => yours(it.H, it.Arm, it.Reward, it.Baseline, it.Alpha),
            it => Moved(it, it.Baseline, (own, p) => own - p),
            [([0, 0], 0, 2, 1, 0.4), ([0.5, -0.5, 1], 2, 0, 1, 0.1), ([1000, 999], 1, 5, 3, 0.2)],
            Tolerance,
            (it => Moved(it, it.Baseline, (own, p) => own - p, shift: 0), "e to a preference is too large for the machine: take the largest preference off each first."),
            (it => Moved(it, 0, (own, p) => own - p), "the baseline is missing: what counts is r − r̄."),
            (it => Moved(it, it.Baseline, (own, p) => own * (1 - p)), "the other arms' preferences move as well, the other way."),
            (it => Moved(it, it.Baseline, (own, p) => own == 1 ? 1 : -p), "π(a) is taken off for the pulled arm as well: it moves by 1 − π(a)."),
            (it => Moved(it, it.Baseline, (own, p) => own - 1.0 / it.H.Length), "π is not uniform: it is the softmax of the preferences."));

        static double[] Moved((double[] H, int Arm, double Reward, double Baseline, double Alpha) it, double baseline, Func<int, double, double> direction, double? shift = null)
        {
            var weights = it.H.Select(h => Math.Exp(h - (shift ?? it.H.Max()))).ToArray();
            return [.. it.H.Select((h, arm) => h + it.Alpha * (it.Reward - baseline) * direction(arm == it.Arm ? 1 : 0, weights[arm] / weights.Sum()))];
        }
    }

    /// <summary>Exercise 1.5: KL-UCB's index, from the mean and the number of pulls of an arm, and t.</summary>
    public static string KlUcb(Func<double, int, int, double> yours)
    {
        return Exercise.Check<(double Mean, int Pulls, int T)>(
            it => yours(it.Mean, it.Pulls, it.T),
            it => Bandits.KlUcb.UpperBound(it.Mean, Math.Log(it.T) / it.Pulls),
            [(0, 2, 100), (0.25, 4, 50), (0.5, 100, 1000), (0.9, 10, 30), (1, 3, 20)],
            1e-6,
            (it => Math.Min(1, it.Mean + Math.Sqrt(Math.Log(it.T) / (2 * it.Pulls))), "that is Hoeffding's bound, as in UCB: it does not know that rewards are 0 or 1."),
            (it => Largest(it.Mean, q => it.Pulls * BernoulliKl.Divergence(q, it.Mean) <= Math.Log(it.T)), "kl is taken the other way round: the mean comes first, q second."),
            (it => Bandits.KlUcb.UpperBound(it.Mean, Math.Log(it.T)), "the number of pulls is missing: many pulls rule out more."),
            (it => 1 - Bandits.KlUcb.UpperBound(1 - it.Mean, Math.Log(it.T) / it.Pulls), "that is the lower end: look between the mean and 1."),
            (it => Bandits.KlUcb.UpperBound(it.Mean, (double)it.T / it.Pulls), "the logarithm of t is missing."));

        static double Largest(double mean, Func<double, bool> believable)
        {
            var (low, high) = (mean, 1.0);
            for (var i = 0; i < 50; i++)
                (low, high) = believable((low + high) / 2) ? ((low + high) / 2, high) : (low, (low + high) / 2);
            return low;
        }
    }

    /// <summary>Exercise 1.6: the weights of EXP3 after one reward, from weights, γ, arm and reward.</summary>
    public static string Exp3(Func<double[], double, int, double, double[]> yours)
    {
        return Exercise.Check<(double[] Weights, double Gamma, int Arm, double Reward)>(
            it => yours(it.Weights, it.Gamma, it.Arm, it.Reward),
            it => Grown(it, it.Reward / Chance(it) / it.Weights.Length),
            [([1, 1], 0.5, 0, 1), ([1, 2, 5], 0.1, 0, 0.5), ([3, 1, 1, 1], 0.2, 3, 1), ([1, 2], 1, 1, 0)],
            Tolerance,
            (it => Grown(it, it.Reward / it.Weights.Length), "the reward is not divided by the chance of having seen it."),
            (it => Grown(it, it.Reward / (it.Weights[it.Arm] / it.Weights.Sum()) / it.Weights.Length), "the chance of the arm lacks the exploration: (1 − γ) w/Σw + γ/K."),
            (it => Grown(it, it.Reward / Chance(it)), "the exponent is divided by K, the number of arms."),
            (it => [.. it.Weights.Select(w => w * Math.Exp(it.Gamma * it.Reward / Chance(it) / it.Weights.Length))], "only the arm that was pulled changes its weight."));

        static double Chance((double[] Weights, double Gamma, int Arm, double Reward) it) =>
            (1 - it.Gamma) * it.Weights[it.Arm] / it.Weights.Sum() + it.Gamma / it.Weights.Length;
        static double[] Grown((double[] Weights, double Gamma, int Arm, double Reward) it, double estimate) =>
            [.. it.Weights.Select((w, arm) => arm == it.Arm ? w * Math.Exp(it.Gamma * estimate) : w)];
    }

    /// <summary>Exercise 1.7: LinUCB's index of one arm, from A⁻¹, b, the context and α.</summary>
    public static string LinUcb(Func<double[,], double[], double[], double, double> yours)
    {
        return Exercise.Check<(double[,] Inverse, double[] B, double[] X, double Alpha)>(
            it => yours(it.Inverse, it.B, it.X, it.Alpha),
            it => Product(it.X, it.Inverse, it.B) + it.Alpha * Math.Sqrt(Product(it.X, it.Inverse, it.X)),
            [
                (new[,] { { 0.25, 0 }, { 0, 1 } }, [4, 0], [2, 0], 0.5),
                (new[,] { { 0.5, -0.2 }, { -0.2, 0.4 } }, [1, 3], [1, 2], 1),
                (new[,] { { 0.6, 0.1, 0 }, { 0.1, 0.5, -0.1 }, { 0, -0.1, 0.9 } }, [0.5, -1, 2], [1, 0, 3], 0.25),
            ],
            Tolerance,
            (it => Product(it.X, it.Inverse, it.B) + it.Alpha * Product(it.X, it.Inverse, it.X), "the root is missing."),
            (it => Product(it.X, Diagonal(it.Inverse), it.B) + it.Alpha * Math.Sqrt(Product(it.X, Diagonal(it.Inverse), it.X)), "only the diagonal of A⁻¹ is used: the features are seen together."),
            (it => Product(it.X, it.Inverse, it.B) + it.Alpha * Math.Sqrt(it.X.Sum(x => x * x)), "the width is the length of x: A⁻¹ is missing, so it never shrinks."),
            (it => it.X.Zip(it.B, (x, b) => x * b).Sum() + it.Alpha * Math.Sqrt(Product(it.X, it.Inverse, it.X)), "b is taken for θ, which is A⁻¹ b."),
            (it => Product(it.X, it.Inverse, it.B) + Math.Sqrt(Product(it.X, it.Inverse, it.X)), "α is missing."));

        static double Product(double[] left, double[,] matrix, double[] right) =>
            left.Select((x, i) => right.Select((y, j) => x * matrix[i, j] * y).Sum()).Sum();

        static double[,] Diagonal(double[,] matrix)
        {
            var diagonal = new double[matrix.GetLength(0), matrix.GetLength(1)];
            for (var i = 0; i < matrix.GetLength(0); i++)
                diagonal[i, i] = matrix[i, i];
            return diagonal;
        }
    }
}
