#nullable disable // the real package says nothing about null here
namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Changes the learning rates of an optimizer's groups from step to step. The first step is taken when it is made.</summary>
            public abstract class LRScheduler
            {
                protected int _step_count;

                protected LRScheduler()
                {
                }

                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    ArgumentNullException.ThrowIfNull(optimizer);
                    Optimizer = optimizer;
                    Epoch = last_epoch;
                    Verbose = verbose;
                    BaseRates = [.. optimizer.ParamGroups.Select(group => group.InitialLearningRate)];
                    LastRates = [.. optimizer.ParamGroups.Select(group => group.LearningRate)];
                }

                internal Optimizer Optimizer { get; }

                /// <summary>How many steps were taken, less one; -1 before the first.</summary>
                internal int Epoch { get; set; }

                internal bool Verbose { get; }

                internal double[] BaseRates { get; set; } = [];

                internal double[] LastRates { get; set; } = [];

                internal ILearningRateController[] Groups => [.. Optimizer.ParamGroups];

                public virtual void step() => step(null);

                /// <param name="epoch">Jump to this one, by the formula of the schedule where it has one.</param>
                public virtual void step(int? epoch)
                {
                    if (Optimizer is null)
                        throw new NotSupportedException($"{GetType().Name} cannot jump to an epoch.");
                    _step_count++;
                    Epoch = epoch ?? Epoch + 1;
                    var rates = (epoch.HasValue ? get_closed_form_lr() : get_lr()).ToArray();
                    var groups = Groups;
                    for (var i = 0; i < BaseRates.Length; i++)
                    {
                        groups[i].LearningRate = rates[i];
                        if (Verbose && LastRates[i] != rates[i])
                            Console.WriteLine($"Adjusting learning rate to {rates[i]}");
                    }

                    LastRates = rates;
                }

                /// <summary>A step for schedules that watch a number, for example the loss; the others do not look at it.</summary>
                public virtual void step(double current, int? epoch = null)
                {
                    if (epoch is null)
                        step();
                    else
                        step(epoch);
                }

                /// <summary>The rates that the schedulers set last, one for each group.</summary>
                public IEnumerable<double> get_last_lr() => LastRates;

                /// <summary>The rates of this step, from those before it.</summary>
                protected virtual IEnumerable<double> get_lr() => Optimizer.ParamGroups.Select(group => group.LearningRate);

                /// <summary>The rates of this step by themselves.</summary>
                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                private protected IEnumerable<double> Times(double factor) => Optimizer.ParamGroups.Select(group => group.LearningRate * factor);

                private protected IEnumerable<double> BaseTimes(double factor) => BaseRates.Select(rate => rate * factor);

                private protected static void RequirePositive(long value, string name)
                {
                    if (value <= 0)
                        throw new ArgumentOutOfRangeException(name, value, $"{name} must be positive.");
                }
            }
        }
    }
}
