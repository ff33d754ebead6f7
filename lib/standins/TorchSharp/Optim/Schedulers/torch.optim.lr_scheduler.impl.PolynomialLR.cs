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
                /// <summary>From the rate to nothing by a power of the steps that are left.</summary>
                public class PolynomialLR : LRScheduler
                {
                    private readonly int _total_iters;
                    private readonly double _power;

                    public PolynomialLR(Optimizer optimizer, int total_iters = 5, double power = 1.0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        RequirePositive(total_iters, nameof(total_iters));
                        _total_iters = total_iters;
                        _power = power;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() =>
                        Times(Epoch == 0 || Epoch > _total_iters ? 1 : Math.Pow((1 - Epoch / (double)_total_iters) / (1 - (Epoch - 1) / (double)_total_iters), _power));

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseTimes(Math.Pow(1 - Math.Min(_total_iters, Epoch) / (double)_total_iters, _power));
                }
            }
        }
    }
}
