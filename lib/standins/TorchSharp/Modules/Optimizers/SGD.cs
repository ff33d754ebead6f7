#nullable disable // the real package says nothing about null here
namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent, with momentum, dampening and Nesterov's variant.</summary>
public partial class SGD : OptimizerHelper, torch.optim.IMomentum
{
    public SGD(IEnumerable<Parameter> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
        : this([new ParamGroup { Parameters = Several(parameters) }], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    public SGD(IEnumerable<ParamGroup> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
    {
        Start(new Options
        {
            LearningRate = lr,
            momentum = momentum,
            dampening = dampening,
            weight_decay = weight_decay,
            nesterov = nesterov,
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

    // Where the objective is maximised, the gradient is turned round before weight decay is added, as in PyTorch: weights shrink either way.
    // TorchSharp 0.107 turns round the sum of the two, so that there the decay makes weights grow.
    private void Update(Modules.ParamGroup group)
    {
        var options = (Options)group.Options;
        var momentum = options.momentum.Value;
        var rule = new SgdRule
        {
            LearningRate = options.LearningRate.Value,
            Momentum = momentum,
            Dampening = options.dampening.Value,
            WeightDecay = options.weight_decay.Value,
            Nesterov = options.nesterov.Value,
            Maximize = options.maximize.Value,
        };
        var some = Pending<State>.In(group);
        var slots = new SgdSlot[some.Count];
        for (var i = 0; i < slots.Length; i++)
        {
            var state = some.States[i];
            var first = momentum != 0 && state.momentum_buffer is null;
            if (first)
                state.momentum_buffer = StateTensors.Like(some.Parameters[i]);
            slots[i] = new SgdSlot(some.Parameters[i], some.Gradients[i], momentum != 0 ? state.momentum_buffer : null, first);
        }

        rule.Apply(slots);
    }
}
