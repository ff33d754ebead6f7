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
                /// The rate goes up and down between two bounds, and the momentum the other way (Smith, 2017). Momentum and the exponential range follow the
                /// paper and PyTorch; TorchSharp 0.107 moves the momentum beyond its greatest value, and counts cycles where steps are meant.
                /// </summary>
                public partial class CyclicLR : LRScheduler
                {
                    private readonly double _total;
                    private readonly double _ratio;
                    private readonly double[] _top;
                    private readonly double[] _leastMomentum;
                    private readonly double[] _mostMomentum;
                    private readonly Func<double, double> _scale;
                    private readonly bool _perCycle;

                    public CyclicLR(Optimizer optimizer, double base_lr, double max_lr, int step_size_up = 2000, int step_size_down = -1, Mode mode = Mode.Triangular,
                        double gamma = 1.0, Func<double, double> scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle, bool cycle_momentum = true,
                        double base_momentum = 0.8, double max_momentum = 0.9, int last_epoch = -1, bool verbose = false)
                        : this(optimizer, ForAll(optimizer, base_lr), ForAll(optimizer, max_lr), step_size_up, step_size_down, mode, gamma, scale_fn, scale_mode,
                            cycle_momentum, ForAll(optimizer, base_momentum), ForAll(optimizer, max_momentum), last_epoch, verbose)
                    {
                    }

                    /// <param name="base_lr">One for each group, as the other lists.</param>
                    public CyclicLR(Optimizer optimizer, IEnumerable<double> base_lr, IEnumerable<double> max_lr, int step_size_up = 2000, int step_size_down = -1,
                        Mode mode = Mode.Triangular, double gamma = 1.0, Func<double, double> scale_fn = null, ScaleMode scale_mode = ScaleMode.Cycle,
                        bool cycle_momentum = true, IEnumerable<double> base_momentum = null, IEnumerable<double> max_momentum = null, int last_epoch = -1,
                        bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        RequirePositive(step_size_up, nameof(step_size_up));
                        var down = step_size_down == -1 ? step_size_up : step_size_down;
                        RequirePositive(down, nameof(step_size_down));
                        _total = step_size_up + down;
                        _ratio = step_size_up / _total;
                        BaseRates = ForEach(base_lr, nameof(base_lr));
                        _top = ForEach(max_lr, nameof(max_lr));
                        (_scale, _perCycle) = scale_fn is not null ? (scale_fn, scale_mode == ScaleMode.Cycle) : mode switch
                        {
                            Mode.Triangular => ((Func<double, double>)(_ => 1), true),
                            Mode.Triangular2 => (cycle => Math.Pow(2, 1 - cycle), true),
                            Mode.ExpRange => (iteration => Math.Pow(gamma, iteration), false),
                            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "mode is not one of the three there are."),
                        };
                        var groups = Groups;
                        if (cycle_momentum)
                        {
                            if (!groups.All(group => group is IMomentum))
                                throw new ArgumentException("With cycle_momentum the optimizer must have a momentum.", nameof(cycle_momentum));
                            _leastMomentum = ForEach(base_momentum ?? ForAll(optimizer, 0.8), nameof(base_momentum));
                            _mostMomentum = ForEach(max_momentum ?? ForAll(optimizer, 0.9), nameof(max_momentum));
                        }

                        if (last_epoch == -1)
                            for (var i = 0; i < groups.Length; i++)
                                groups[i].LearningRate = BaseRates[i];
                        step();
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        var cycle = Math.Floor(1 + Epoch / _total);
                        var x = 1 + Epoch / _total - cycle;
                        var height = x <= _ratio ? x / _ratio : (x - 1) / (_ratio - 1);
                        var scale = height * _scale(_perCycle ? cycle : Epoch);
                        if (_mostMomentum is not null)
                            foreach (var (i, group) in Groups.Index())
                                ((IMomentum)group).Momentum = _mostMomentum[i] - (_mostMomentum[i] - _leastMomentum[i]) * scale;
                        return BaseRates.Select((rate, i) => rate + (_top[i] - rate) * scale);
                    }

                    private static IEnumerable<double> ForAll(Optimizer optimizer, double value)
                    {
                        ArgumentNullException.ThrowIfNull(optimizer);
                        return Enumerable.Repeat(value, optimizer.ParamGroups.Count());
                    }

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
