using TorchSharp.Native;

namespace TorchSharp.Modules;

/// <summary>The parameters of a group that have a gradient now, with it and with what is kept for them.</summary>
internal sealed class Pending<TState>
    where TState : OptimizerState
{
    private Pending(torch.Tensor[] parameters, torch.Tensor[] gradients, TState[] states)
    {
        Parameters = parameters;
        Gradients = gradients;
        States = states;
    }

    public int Count => States.Length;

    public torch.Tensor[] Parameters { get; }

    public torch.Tensor[] Gradients { get; }

    public TState[] States { get; }

    /// <summary>The gradients belong to the dispose scope that is open.</summary>
    public static Pending<TState> In(ParamGroup group)
    {
        var (count, members) = (0, group.Members);
        var (parameters, gradients, states) = (new torch.Tensor[members.Length], new torch.Tensor[members.Length], new TState[members.Length]);
        for (var i = 0; i < members.Length; i++)
        {
            if (members[i].grad is not { } gradient)
                continue;
            if (gradient.Info.IsStrided == 0)
                throw new NotSupportedException("gradients that are not dense are not supported.");
            (parameters[count], gradients[count], states[count]) = (members[i], gradient, (TState)group.States[i]);
            count++;
        }

        return count == members.Length ? new(parameters, gradients, states) : new(parameters[..count], gradients[..count], states[..count]);
    }

    /// <summary>The direction to go against: turned round to maximise, and with the weights added that should decay.</summary>
    public torch.Tensor[] Steered(bool maximize, double weightDecay)
    {
        if (Count == 0 || (!maximize && weightDecay == 0))
            return Gradients;
        if (!maximize)
            return Aten._foreach_add_List.CallList(Gradients, Parameters, weightDecay);
        var steered = Aten._foreach_neg.CallList(Gradients);
        if (weightDecay != 0)
            Aten._foreach_add__List.Run(steered, Parameters, weightDecay);
        return steered;
    }

    public torch.Tensor[] Each(Func<TState, torch.Tensor> tensor) => Array.ConvertAll(States, state => tensor(state));

    public torch.Tensor[] Each(Func<TState, torch.Tensor, torch.Tensor> tensor)
    {
        var result = new torch.Tensor[Count];
        for (var i = 0; i < result.Length; i++)
            result[i] = tensor(States[i], Parameters[i]);
        return result;
    }

    /// <summary>A number for each tensor.</summary>
    public Arg Numbers(Func<TState, double> number) => Arg.Scalars(Array.ConvertAll(States, state => number(state)));

    public void ForEach(Action<TState> action) => Array.ForEach(States, action);
}
