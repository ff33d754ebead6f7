#nullable disable // the real package says nothing about null here
using TorchSharp.Native;

namespace TorchSharp.Modules;

/// <summary>Resilient backpropagation (Riedmiller and Braun, 1993): only the signs of the gradient count.</summary>
public partial class Rprop : OptimizerHelper
{
    public Rprop(IEnumerable<Parameter> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6,
        double max_step = 50, bool maximize = false)
        : this([new ParamGroup { Parameters = Several(parameters) }], lr, etaminus, etaplus, min_step, max_step, maximize)
    {
    }

    public Rprop(IEnumerable<ParamGroup> parameters, double lr = 1e-2, double etaminus = 0.5, double etaplus = 1.2, double min_step = 1e-6,
        double max_step = 50, bool maximize = false)
    {
        Start(new Options
        {
            LearningRate = lr,
            etaminus = etaminus,
            etaplus = etaplus,
            min_step = min_step,
            max_step = max_step,
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
        var some = Pending<State>.In(group);
        var gradients = some.Steered(options.maximize.Value, 0);
        for (var i = 0; i < some.Count; i++)
        {
            var state = some.States[i];
            state.step++;
            var agreement = gradients[i].mul(state.prev);
            var turned = agreement.lt(0);
            var factor = agreement.eq(0).to_type(agreement.dtype);
            factor.masked_fill_(agreement.gt(0), options.etaplus.Value).masked_fill_(turned, options.etaminus.Value);
            state.step_size.mul_(factor).clamp_(options.min_step.Value, options.max_step.Value);
            // Where the sign has turned, this step is left out.
            var direction = gradients[i].clone().masked_fill_(turned, 0);
            some.Parameters[i].addcmul_(direction.sign(), state.step_size, -1);
            Aten.copy_.Run(state.prev, direction);
        }
    }
}
