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
                /// <summary>A part of the rate for some steps, then all of it.</summary>
                public class ConstantLR : LRScheduler
                {
                    private readonly double _factor;
                    private readonly int _total_iters;

                    public ConstantLR(Optimizer optimizer, double factor = 1.0 / 3, int total_iters = 5, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        _factor = factor;
                        _total_iters = total_iters;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() =>
                        Times(Epoch == 0 ? _factor : Epoch == _total_iters ? 1 / _factor : 1);

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseTimes(Epoch >= _total_iters ? 1 : _factor);
                }
            }
        }
    }
}
