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
                /// <summary>From the rate to eta_min and back along a cosine; T_max steps one way.</summary>
                public class CosineAnnealingLR : LRScheduler
                {
                    private readonly double _T_max;
                    private readonly double _eta_min;

                    public CosineAnnealingLR(Optimizer optimizer, double T_max, double eta_min = 0, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (!(T_max > 0))
                            throw new ArgumentOutOfRangeException(nameof(T_max), T_max, "T_max must be positive.");
                        _T_max = T_max;
                        _eta_min = eta_min;
                        step();
                    }

                    protected override IEnumerable<double> get_lr() =>
                        Epoch == 0 ? Times(1)
                            : (Epoch - 1 - _T_max) % (2 * _T_max) == 0
                            ? Groups.Select((group, i) => group.LearningRate + (BaseRates[i] - _eta_min) * (1 - Math.Cos(Math.PI / _T_max)) / 2)
                            : Groups.Select(group => (1 + Math.Cos(Math.PI * Epoch / _T_max)) / (1 + Math.Cos(Math.PI * (Epoch - 1) / _T_max))
                                * (group.LearningRate - _eta_min) + _eta_min);

                    protected override IEnumerable<double> get_closed_form_lr() =>
                        BaseRates.Select(rate => _eta_min + (rate - _eta_min) * (1 + Math.Cos(Math.PI * Epoch / _T_max)) / 2);
                }
            }
        }
    }
}
