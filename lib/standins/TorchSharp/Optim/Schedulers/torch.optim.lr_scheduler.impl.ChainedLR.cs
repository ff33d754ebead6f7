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
                /// <summary>Several schedules at once: each changes what those before it have set.</summary>
                public class ChainedLR : LRScheduler
                {
                    private readonly LRScheduler[] _schedulers;

                    public ChainedLR(IEnumerable<LRScheduler> schedulers)
                    {
                        ArgumentNullException.ThrowIfNull(schedulers);
                        _schedulers = [.. schedulers];
                        if (_schedulers.Length == 0)
                            throw new ArgumentException("There are no schedulers to chain.", nameof(schedulers));
                        LastRates = [.. _schedulers[^1].LastRates];
                    }

                    public override void step()
                    {
                        foreach (var scheduler in _schedulers)
                            scheduler.step();
                        LastRates = [.. _schedulers[^1].LastRates];
                    }
                }
            }
        }
    }
}
