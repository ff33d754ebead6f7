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
                /// <summary>
                /// Once up to the greatest rate and then down to almost nothing, the momentum (or the first beta) the other way (Smith and Topin, 2019).
                /// As in PyTorch, every group follows all phases; in TorchSharp 0.107 the second group stays in the first phase.
                /// </summary>
                public partial class OneCycleLR : LRScheduler
                {
                    private readonly int _totalSteps;
                    private readonly AnnealStrategy _strategy;
                    private readonly bool _momentum;
                    private readonly double[] _first;
                    private readonly double[] _most;
                    private readonly double[] _last;
                    private readonly double[] _leastMomentum;
                    private readonly double[] _mostMomentum;
                    private readonly (double End, double[] From, double[] To, double[] MomentumFrom, double[] MomentumTo)[] _phases;

                    public OneCycleLR(Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1, double pct_start = 0.3,
                        AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, double base_momentum = 0.85, double max_momentum = 0.95,
                        double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, ForAll(optimizer, max_lr), total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum,
                            ForAll(optimizer, base_momentum), ForAll(optimizer, max_momentum), div_factor, final_div_factor, three_phase, last_epoch, verbose)
                    {
                    }

                    /// <param name="max_lr">One for each group, as the other lists.</param>
                    /// <param name="pct_start">The part of the steps (0 to 1) in which the rate rises.</param>
                    /// <param name="div_factor">The greatest rate divided by the first.</param>
                    /// <param name="final_div_factor">The first rate divided by the last.</param>
                    /// <param name="three_phase">Down to the first rate as fast as up, and then to the last one.</param>
                    public OneCycleLR(Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true,
                        IEnumerable<double> base_momentum = null, IEnumerable<double> max_momentum = null, double div_factor = 25, double final_div_factor = 1e4,
                        bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (total_steps == -1 && (epochs == -1 || steps_per_epoch == -1))
                            throw new ArgumentException("Either total_steps or both epochs and steps_per_epoch are needed.", nameof(total_steps));
                        if (total_steps == -1)
                        {
                            RequirePositive(epochs, nameof(epochs));
                            RequirePositive(steps_per_epoch, nameof(steps_per_epoch));
                        }
                        else
                        {
                            RequirePositive(total_steps, nameof(total_steps));
                        }

                        if (!(pct_start >= 0 && pct_start <= 1))
                            throw new ArgumentOutOfRangeException(nameof(pct_start), pct_start, "pct_start must be between 0 and 1.");
                        var groups = Groups;
                        if (cycle_momentum && !groups.All(group => group is IMomentum or IBetas))
                            throw new ArgumentException("With cycle_momentum the optimizer must have a momentum or betas.", nameof(cycle_momentum));
                        _totalSteps = total_steps != -1 ? total_steps : checked(epochs * steps_per_epoch);
                        _strategy = anneal_strategy;
                        _momentum = cycle_momentum;
                        _most = ForEach(max_lr, nameof(max_lr));
                        _first = [.. _most.Select(rate => rate / div_factor)];
                        _last = [.. _first.Select(rate => rate / final_div_factor)];
                        _leastMomentum = ForEach(base_momentum ?? ForAll(optimizer, 0.85), nameof(base_momentum));
                        _mostMomentum = ForEach(max_momentum ?? ForAll(optimizer, 0.95), nameof(max_momentum));
                        var top = pct_start * _totalSteps - 1;
                        _phases = three_phase
                            ? [(top, _first, _most, _mostMomentum, _leastMomentum),
                                (2 * pct_start * _totalSteps - 2, _most, _first, _leastMomentum, _mostMomentum),
                                (_totalSteps - 1, _first, _last, _mostMomentum, _mostMomentum)]
                            : [(top, _first, _most, _mostMomentum, _leastMomentum), (_totalSteps - 1, _most, _last, _leastMomentum, _mostMomentum)];
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        // As many steps as were announced, and the one at the start.
                        if (Epoch > _totalSteps)
                            throw new InvalidOperationException($"This is step {Epoch + 1} of a schedule of {_totalSteps}.");
                        var current = Array.FindIndex(_phases, p => Epoch <= p.End) is var found and >= 0 ? found : _phases.Length - 1;
                        var start = current == 0 ? 0 : _phases[current - 1].End;
                        var phase = _phases[current];
                        var part = (Epoch - start) / (phase.End - start);
                        if (_momentum)
                            foreach (var (i, group) in Groups.Index())
                                SetMomentum(group, Between(phase.MomentumFrom[i], phase.MomentumTo[i], part));
                        return _most.Select((_, i) => Between(phase.From[i], phase.To[i], part));
                    }

                    private static void SetMomentum(ILearningRateController group, double momentum)
                    {
                        if (group is IBetas betas)
                            betas.Betas = (momentum, betas.Betas.Item2);
                        else
                            ((IMomentum)group).Momentum = momentum;
                    }

                    private static IEnumerable<double> ForAll(Optimizer optimizer, double value)
                    {
                        ArgumentNullException.ThrowIfNull(optimizer);
                        return Enumerable.Repeat(value, optimizer.ParamGroups.Count());
                    }

                    private double Between(double from, double to, double part) => _strategy == AnnealStrategy.Cos
                        ? to + (from - to) / 2 * (Math.Cos(Math.PI * part) + 1)
                        : from + (to - from) * part;

                    private double[] ForEach(IEnumerable<double> values, string name)
                    {
                        ArgumentNullException.ThrowIfNull(values, name);
                        return values.ToArray() is var list && list.Length == LastRates.Length ? list
                            : throw new ArgumentException($"{name} has {list.Length} values for {LastRates.Length} groups.", name);
                    }
                }
            }
        }
    }
}
