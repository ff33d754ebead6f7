#nullable disable // the real package says nothing about null here
using TorchSharp.Native;

namespace TorchSharp.Modules;

/// <summary>Adam with Nesterov momentum (Dozat, 2016).</summary>
public partial class NAdam : OptimizerHelper, torch.optim.IBetas
{
    public NAdam(IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, double momentum_decay = 0.004)
        : this([new ParamGroup { Parameters = Several(parameters) }], lr, beta1, beta2, eps, weight_decay, momentum_decay)
    {
    }

    public NAdam(IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, double momentum_decay = 0.004)
    {
        Start(new Options
        {
            LearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weight_decay,
            momentum_decay = momentum_decay,
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

    private void Update(Modules.ParamGroup group)
    {
        var options = (Options)group.Options;
        var (lr, beta1, beta2) = (options.LearningRate.Value, options.beta1.Value, options.beta2.Value);
        var some = Pending<State>.In(group);
        var gradients = some.Steered(false, options.weight_decay.Value);
        var (averages, squares) = (some.Each(state => state.exp_avg), some.Each(state => state.exp_avg_sq));
        some.ForEach(state => state.mu_product *= Mu(++state.step));
        Aten._foreach_mul__Scalar.Run(averages, beta1);
        Aten._foreach_add__List.Run(averages, gradients, 1 - beta1);
        Aten._foreach_mul__Scalar.Run(squares, beta2);
        Aten._foreach_addcmul__Scalar.Run(squares, gradients, gradients, 1 - beta2);
        var root = Aten._foreach_div_ScalarList.CallList(squares, some.Numbers(state => 1 - Math.Pow(beta2, state.step)));
        Aten._foreach_sqrt_.Run(root);
        Aten._foreach_add__Scalar.Run(root, options.eps.Value);
        Aten._foreach_addcdiv__ScalarList.Run(some.Parameters, gradients, root,
            some.Numbers(state => -lr * (1 - Mu(state.step)) / (1 - state.mu_product)));
        Aten._foreach_addcdiv__ScalarList.Run(some.Parameters, averages, root,
            some.Numbers(state => -lr * Mu(state.step + 1) / (1 - state.mu_product * Mu(state.step + 1))));

        double Mu(long step) => beta1 * (1 - 0.5 * Math.Pow(0.96, step * options.momentum_decay.Value));
    }
}
