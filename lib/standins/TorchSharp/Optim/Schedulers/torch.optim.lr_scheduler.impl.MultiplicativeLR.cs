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
                /// <summary>The rate before times a function of the step.</summary>
                public class MultiplicativeLR : LRScheduler
                {
                    private readonly Func<int, double>[] _lr_lambdas;

                    public MultiplicativeLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        ArgumentNullException.ThrowIfNull(lr_lambda);
                        _lr_lambdas = [.. Enumerable.Repeat(lr_lambda, BaseRates.Length)];
                        step();
                    }

                    /// <param name="lr_lambdas">One for each group.</param>
                    public MultiplicativeLR(Optimizer optimizer, IEnumerable<Func<int, double>> lr_lambdas, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        ArgumentNullException.ThrowIfNull(lr_lambdas);
                        _lr_lambdas = [.. lr_lambdas];
                        if (_lr_lambdas.Length != BaseRates.Length)
                            throw new ArgumentException($"There are {_lr_lambdas.Length} functions for {BaseRates.Length} groups.", nameof(lr_lambdas));
                        step();
                    }

                    protected override IEnumerable<double> get_lr() => Groups.Select((group, i) => Epoch > 0 ? group.LearningRate * _lr_lambdas[i](Epoch) : group.LearningRate);
                }
            }
        }
    }
}
