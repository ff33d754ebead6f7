#nullable disable // the real package says nothing about null here
using TorchSharp.Native;

namespace TorchSharp.Modules;

/// <summary>Adamax: Adam with the infinity norm (Kingma and Ba, 2015).</summary>
public partial class Adamax : OptimizerHelper, torch.optim.IBetas
{
    public Adamax(IEnumerable<Parameter> parameters, double lr, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0)
        : this([new ParamGroup { Parameters = Several(parameters) }], lr, beta1, beta2, eps, weight_decay)
    {
    }

    public Adamax(IEnumerable<ParamGroup> parameters, double lr = 0.002, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
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

    private void Update(Modules.ParamGroup group)
    {
        var options = (Options)group.Options;
        var (lr, beta1) = (options.LearningRate.Value, options.beta1.Value);
        var some = Pending<State>.In(group);
        var gradients = some.Steered(false, options.weight_decay.Value);
        var (averages, largest) = (some.Each(state => state.exp_avg), some.Each(state => state.exp_inf));
        some.ForEach(state => state.step++);
        Aten._foreach_mul__Scalar.Run(averages, beta1);
        Aten._foreach_add__List.Run(averages, gradients, 1 - beta1);
        Aten._foreach_mul__Scalar.Run(largest, options.beta2.Value);
        var sizes = Aten._foreach_abs.CallList(gradients);
        Aten._foreach_add__Scalar.Run(sizes, options.eps.Value);
        Aten._foreach_maximum__List.Run(largest, sizes);
        Aten._foreach_addcdiv__ScalarList.Run(some.Parameters, averages, largest, some.Numbers(state => -lr / (1 - Math.Pow(beta1, state.step))));
    }
}
