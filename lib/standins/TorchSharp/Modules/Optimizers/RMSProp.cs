#nullable disable // the real package says nothing about null here
using TorchSharp.Native;

namespace TorchSharp.Modules;

/// <summary>RMSProp (Hinton, 2012), centred and with momentum where wanted.</summary>
public partial class RMSProp : OptimizerHelper, torch.optim.IMomentum
{
    public RMSProp(IEnumerable<Parameter> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
        double momentum = 0, bool centered = false, bool maximize = false)
        : this([new ParamGroup { Parameters = Several(parameters) }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
    {
    }

    public RMSProp(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0,
        double momentum = 0, bool centered = false, bool maximize = false)
    {
        Start(new Options
        {
            LearningRate = lr,
            alpha = alpha,
            eps = eps,
            weight_decay = weight_decay,
            momentum = momentum,
            centered = centered,
            maximize = maximize,
        }, parameters);
    }

    /// <summary>The default of groups still to come; setting it sets it for every group.</summary>
    public double Momentum
    {
        get => Defaults.momentum.Value;
        set
        {
            Defaults.momentum = value;
            foreach (var group in _parameter_groups)
                ((Options)group.Options).momentum = value;
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
        var (lr, alpha, momentum) = (options.LearningRate.Value, options.alpha.Value, options.momentum.Value);
        var some = Pending<State>.In(group);
        var gradients = some.Steered(options.maximize.Value, options.weight_decay.Value);
        var squares = some.Each(state => state.square_avg);
        some.ForEach(state => state.step++);
        Aten._foreach_mul__Scalar.Run(squares, alpha);
        Aten._foreach_addcmul__Scalar.Run(squares, gradients, gradients, 1 - alpha);
        torch.Tensor[] root;
        if (options.centered.Value)
        {
            var averages = some.Each((state, parameter) => state.grad_avg ??= StateTensors.Like(parameter));
            Aten._foreach_mul__Scalar.Run(averages, alpha);
            Aten._foreach_add__List.Run(averages, gradients, 1 - alpha);
            root = Aten._foreach_addcmul_Scalar.CallList(squares, averages, averages, -1);
            Aten._foreach_sqrt_.Run(root);
        }
        else
        {
            root = Aten._foreach_sqrt.CallList(squares);
        }

        Aten._foreach_add__Scalar.Run(root, options.eps.Value);
        if (momentum > 0)
        {
            var buffers = some.Each((state, parameter) => state.momentum_buffer ??= StateTensors.Like(parameter));
            Aten._foreach_mul__Scalar.Run(buffers, momentum);
            Aten._foreach_addcdiv__Scalar.Run(buffers, gradients, root);
            Aten._foreach_add__List.Run(some.Parameters, buffers, -lr);
        }
        else
        {
            Aten._foreach_addcdiv__Scalar.Run(some.Parameters, gradients, root, -lr);
        }
    }
}
