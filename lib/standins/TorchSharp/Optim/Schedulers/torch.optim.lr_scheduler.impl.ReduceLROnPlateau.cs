#nullable disable // the real package says nothing about null here
namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>The rate times a factor whenever a number that is watched has not become better for some time.</summary>
                public class ReduceLROnPlateau : LRScheduler
                {
                    private readonly bool _max;
                    private readonly bool _relative;
                    private readonly double _factor;
                    private readonly int _patience;
                    private readonly double _threshold;
                    private readonly int _cooldown;
                    private readonly double[] _least;
                    private readonly double _eps;
                    private double _best;
                    private int _cooling;
                    private int _bad;

                    /// <param name="mode">Whether a smaller number (<c>min</c>) or a larger one (<c>max</c>) is better.</param>
                    /// <param name="patience">How many numbers in a row may be no better.</param>
                    /// <param name="threshold">By how much better it must be, as a part of the best (<c>rel</c>) or as such (<c>abs</c>).</param>
                    /// <param name="cooldown">For how many steps after a reduction nothing is counted.</param>
                    /// <param name="min_lr">Least rates: one for each group, or one for all.</param>
                    /// <param name="eps">A smaller change is not made.</param>
                    public ReduceLROnPlateau(Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4,
                        string threshold_mode = "rel", int cooldown = 0, IList<double> min_lr = null, double eps = 1e-8, bool verbose = false)
                        : base(optimizer, -1, verbose)
                    {
                        if (!(factor < 1))
                            throw new ArgumentOutOfRangeException(nameof(factor), factor, "factor must be less than 1.");
                        _max = Choice(mode, "min", "max", nameof(mode));
                        _relative = !Choice(threshold_mode, "rel", "abs", nameof(threshold_mode));
                        var groups = BaseRates.Length;
                        _least = min_lr is null or { Count: 0 } ? new double[groups] : min_lr.Count == 1 ? [.. Enumerable.Repeat(min_lr[0], groups)] : [.. min_lr];
                        if (_least.Length != groups)
                            throw new ArgumentException($"There are {_least.Length} least rates for {groups} groups.", nameof(min_lr));
                        _factor = factor;
                        _patience = patience;
                        _threshold = threshold;
                        _cooldown = cooldown;
                        _eps = eps;
                        _best = _max ? double.NegativeInfinity : double.PositiveInfinity;
                    }

                    public override void step() => throw Misused();

                    public override void step(int? epoch) => throw Misused();

                    public override void step(double current, int? epoch = null)
                    {
                        Epoch = epoch ?? Epoch + 1;
                        if (IsBetter(current))
                            (_best, _bad) = (current, 0);
                        else
                            _bad++;
                        if (_cooling > 0)
                        {
                            _cooling--;
                            _bad = 0;
                        }

                        if (_bad > _patience)
                        {
                            Reduce();
                            (_cooling, _bad) = (_cooldown, 0);
                        }

                        LastRates = [.. Groups.Select(group => group.LearningRate)];
                    }

                    private static bool Choice(string value, string no, string yes, string name) =>
                        value == yes || (value == no ? false : throw new ArgumentException($"{name} is '{no}' or '{yes}', not '{value}'.", name));

                    private static InvalidOperationException Misused() => new("ReduceLROnPlateau needs the number that it watches: step(double).");

                    private bool IsBetter(double value) => (_max, _relative) switch
                    {
                        (false, true) => value < _best * (1 - _threshold),
                        (false, false) => value < _best - _threshold,
                        (true, true) => value > _best * (1 + _threshold),
                        (true, false) => value > _best + _threshold,
                    };

                    private void Reduce()
                    {
                        var groups = Groups;
                        for (var i = 0; i < groups.Length; i++)
                        {
                            var before = groups[i].LearningRate;
                            var rate = Math.Max(before * _factor, _least[i]);
                            if (!(before - rate > _eps))
                                continue;
                            groups[i].LearningRate = rate;
                            if (Verbose)
                                Console.WriteLine($"Epoch {Epoch}: reducing learning rate of group {i} to {rate:g4}.");
                        }
                    }
                }
            }
        }
    }
}
