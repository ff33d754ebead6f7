#nullable disable // the real package says nothing about null here
using TorchSharp.Native;

namespace TorchSharp.Modules;

/// <summary>Adadelta (Zeiler, 2012).</summary>
public partial class Adadelta : OptimizerHelper
{
    public Adadelta(IEnumerable<Parameter> parameters, double lr, double rho = 0.9, double eps = 1e-6, double weight_decay = 0,
        bool maximize = false)
        : this([new ParamGroup { Parameters = Several(parameters) }], lr, rho, eps, weight_decay, maximize)
    {
    }

    public Adadelta(IEnumerable<ParamGroup> parameters, double lr = 1, double rho = 0.9, double eps = 1e-6, double weight_decay = 0,
        bool maximize = false)
    {
        Start(new Options
        {
            LearningRate = lr,
            rho = rho,
            eps = eps,
            weight_decay = weight_decay,
            maximize = maximize,
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
        var (rho, eps) = (options.rho.Value, options.eps.Value);
        var some = Pending<State>.In(group);
        var gradients = some.Steered(options.maximize.Value, options.weight_decay.Value);
        var (squares, deltas) = (some.Each(state => state.square_avg), some.Each(state => state.acc_delta));
        some.ForEach(state => state.step++);
        Aten._foreach_mul__Scalar.Run(squares, rho);
        Aten._foreach_addcmul__Scalar.Run(squares, gradients, gradients, 1 - rho);
        var deviation = Aten._foreach_add_Scalar.CallList(squares, eps);
        Aten._foreach_sqrt_.Run(deviation);
        var delta = Aten._foreach_add_Scalar.CallList(deltas, eps);
        Aten._foreach_sqrt_.Run(delta);
        Aten._foreach_div__List.Run(delta, deviation);
        Aten._foreach_mul__List.Run(delta, gradients);
        Aten._foreach_add__List.Run(some.Parameters, delta, -options.LearningRate.Value);
        Aten._foreach_mul__Scalar.Run(deltas, rho);
        Aten._foreach_addcmul__Scalar.Run(deltas, delta, delta, 1 - rho);
    }
}
