#nullable disable // the real package says nothing about null here
using TorchSharp.Native;

namespace TorchSharp.Modules;

/// <summary>Rectified Adam (Liu et al., 2020).</summary>
public partial class RAdam : OptimizerHelper, torch.optim.IBetas
{
    public RAdam(IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0)
        : this([new ParamGroup { Parameters = Several(parameters) }], lr, beta1, beta2, eps, weight_decay)
    {
    }

    public RAdam(IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0)
    {
        Start(new Options
        {
            LearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weight_decay,
        }, parameters);
    }

    /// <summary>The default of groups still to come; setting it sets it for every group.</summary>
    public (double, double) Betas
    {
        get => Defaults.Betas;
        set
        {
            Defaults.Betas = value;
            foreach (var group in _parameter_groups)
                ((Options)group.Options).Betas = value;
        }
    }

    private Options Defaults => (Options)_defaults;

    public override torch.Tensor step(Func<torch.Tensor> closure = null) => _step<Modules.ParamGroup>(Update, closure);

    public override void add_param_group(Modules.ParamGroup param_group)
    {
        FillIn<Options>(param_group).FillIn(Defaults);
        Register(param_group);
    }

    internal override OptimizerState NewState(Parameter parameter) => new State(parameter);

    internal override OptimizerOptions NewOptions() => new Options();

    // The rectified step is the paper's (and PyTorch's). TorchSharp 0.107 multiplies it by the learning rate a second time.
    private void Update(Modules.ParamGroup group)
    {
        var options = (Options)group.Options;
        var (lr, beta1, beta2) = (options.LearningRate.Value, options.beta1.Value, options.beta2.Value);
        var some = Pending<State>.In(group);
        var gradients = some.Steered(false, options.weight_decay.Value);
        var (averages, squares) = (some.Each(state => state.exp_avg), some.Each(state => state.exp_avg_sq));
        some.ForEach(state => state.step++);
        Aten._foreach_mul__Scalar.Run(averages, beta1);
        Aten._foreach_add__List.Run(averages, gradients, 1 - beta1);
        Aten._foreach_mul__Scalar.Run(squares, beta2);
        Aten._foreach_addcmul__Scalar.Run(squares, gradients, gradients, 1 - beta2);
        var root = Aten._foreach_sqrt.CallList(squares);
        Aten._foreach_add__Scalar.Run(root, options.eps.Value);
        var longest = 2 / (1 - beta2) - 1;
        for (var i = 0; i < some.Count; i++)
        {
            var step = some.States[i].step;
            var correction2 = 1 - Math.Pow(beta2, step);
            var size = -lr / (1 - Math.Pow(beta1, step));
            torch.Tensor[] parameter = [some.Parameters[i]], average = [averages[i]];
            var length = longest - 2 * step * Math.Pow(beta2, step) / correction2;
            if (length > 5)
            {
                var rectification = Math.Sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length));
                torch.Tensor[] deviation = [root[i]];
                Aten._foreach_addcdiv__Scalar.Run(parameter, average, deviation, size * rectification * Math.Sqrt(correction2));
            }
            else
            {
                // The variance cannot be told yet: a step of plain momentum.
                Aten._foreach_add__List.Run(parameter, average, size);
            }
        }
    }
}
