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
                /// <summary>From one part of the rate to another along a line, for example to warm up.</summary>
                public class LinearLR : LRScheduler
                {
                    private readonly double _start_factor;
                    private readonly double _end_factor;
                    private readonly int _total_iters;

                    public LinearLR(Optimizer optimizer, double start_factor = 1.0 / 3, double end_factor = 1.0, int total_iters = 5, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        RequirePositive(total_iters, nameof(total_iters));
                        if (!(start_factor > 0 && start_factor <= 1))
                            throw new ArgumentOutOfRangeException(nameof(start_factor), start_factor, "start_factor must be greater than 0 and at most 1.");
                        if (!(end_factor >= 0 && end_factor <= 1))
                            throw new ArgumentOutOfRangeException(nameof(end_factor), end_factor, "end_factor must be between 0 and 1.");
                        _start_factor = start_factor;
                        _end_factor = end_factor;
                        _total_iters = total_iters;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() =>
                        Times(Epoch == 0 ? _start_factor : Epoch > _total_iters ? 1
                            : 1 + (_end_factor - _start_factor) / (_total_iters * _start_factor + (Epoch - 1) * (_end_factor - _start_factor)));

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseTimes(_start_factor + (_end_factor - _start_factor) * Math.Min(_total_iters, Epoch) / _total_iters);
                }
            }
        }
    }
}
