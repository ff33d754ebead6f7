#nullable disable // the real package says nothing about null here
using TorchSharp.Native;

namespace TorchSharp.Modules;

/// <summary>Adagrad (Duchi et al., 2011).</summary>
public partial class Adagrad : OptimizerHelper
{
    public Adagrad(IEnumerable<Parameter> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0,
        double initial_accumulator_value = 0, double eps = 1e-10)
        : this([new ParamGroup { Parameters = Several(parameters) }], lr, lr_decay, weight_decay, initial_accumulator_value, eps)
    {
    }

    public Adagrad(IEnumerable<ParamGroup> parameters, double lr = 1e-2, double lr_decay = 0, double weight_decay = 0,
        double initial_accumulator_value = 0, double eps = 1e-10)
    {
        Start(new Options
        {
            LearningRate = lr,
            lr_decay = lr_decay,
            weight_decay = weight_decay,
            initial_accumulator_value = initial_accumulator_value,
            eps = eps,
        }, parameters);
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
        var (lr, decay) = (options.LearningRate.Value, options.lr_decay.Value);
        var some = Pending<State>.In(group);
        var gradients = some.Steered(false, options.weight_decay.Value);
        var sums = some.Each(state => state.sum);
        some.ForEach(state => state.step++);
        Aten._foreach_addcmul__Scalar.Run(sums, gradients, gradients, 1);
        var root = Aten._foreach_sqrt.CallList(sums);
        Aten._foreach_add__Scalar.Run(root, options.eps.Value);
        Aten._foreach_addcdiv__ScalarList.Run(some.Parameters, gradients, root, some.Numbers(state => -lr / (1 + (state.step - 1) * decay)));
    }
}
