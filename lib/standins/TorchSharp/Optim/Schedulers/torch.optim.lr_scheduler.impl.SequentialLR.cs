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
                /// <summary>One schedule after the other; each begins at its milestone with step 0.</summary>
                public class SequentialLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;
                    private readonly int[] _milestones;

                    public SequentialLR(Optimizer optimizer, IEnumerable<LRScheduler> schedulers, IEnumerable<int> milestones, int last_epoch = -1)
                        : base(optimizer, last_epoch + 1, false)
                    {
                        ArgumentNullException.ThrowIfNull(schedulers);
                        ArgumentNullException.ThrowIfNull(milestones);
                        _schedulers = [.. schedulers];
                        _milestones = [.. milestones];
                        if (_schedulers.Any(scheduler => scheduler.Optimizer != optimizer))
                            throw new ArgumentException("Every scheduler must belong to the same optimizer.", nameof(schedulers));
                        if (_milestones.Length != _schedulers.Length - 1)
                            throw new ArgumentException($"{_schedulers.Length} schedulers need one milestone fewer, not {_milestones.Length}.", nameof(milestones));
                        // Making the schedulers has moved the rates.
                        foreach (var group in Groups)
                            group.LearningRate = group.InitialLearningRate;
                        foreach (var scheduler in _schedulers)
                            scheduler.Epoch--;
                        _schedulers[0].step();
                        LastRates = [.. _schedulers[0].LastRates];
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        var current = _milestones.Count(milestone => milestone <= Epoch);
                        if (current > 0 && _milestones[current - 1] == Epoch)
                            _schedulers[current].step(0);
                        else
                            _schedulers[current].step();
                        return Groups.Select(group => group.LearningRate);
                    }
                }
            }
        }
    }
}
