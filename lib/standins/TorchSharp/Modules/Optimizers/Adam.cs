#nullable disable // the real package says nothing about null here
namespace TorchSharp.Modules;

/// <summary>Adam (Kingma and Ba, 2015), with the AMSGrad variant; weight decay is added to the gradient.</summary>
public partial class Adam : OptimizerHelper, torch.optim.IBetas
{
    public Adam(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup { Parameters = Several(parameters) }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    public Adam(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
    {
        Start(new Options
        {
            LearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weight_decay,
            amsgrad = amsgrad,
            maximize = maximize,
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
        var rule = new AdamRule
        {
            LearningRate = options.LearningRate.Value,
            Beta1 = options.beta1.Value,
            Beta2 = options.beta2.Value,
            Epsilon = options.eps.Value,
            WeightDecay = options.weight_decay.Value,
            Decoupled = false,
            Maximize = options.maximize.Value,
        };
        var some = Pending<State>.In(group);
        var slots = new AdamSlot[some.Count];
        for (var i = 0; i < slots.Length; i++)
        {
            var state = some.States[i];
            if (options.amsgrad.Value)
                state.max_exp_avg_sq ??= StateTensors.Like(some.Parameters[i]);
            slots[i] = new AdamSlot(some.Parameters[i], some.Gradients[i], state.exp_avg, state.exp_avg_sq,
                options.amsgrad.Value ? state.max_exp_avg_sq : null, ++state.step);
        }

        rule.Apply(slots);
    }
}
