#nullable disable // the real package says nothing about null here
using TorchSharp.Native;

namespace TorchSharp.Modules;

/// <summary>What the optimizers share: groups, states, gradients set to zero, saving and loading.</summary>
public abstract class OptimizerHelper : torch.optim.Optimizer
{
    protected OptimizerOptions _defaults;

    public OptimizerHelper()
        : base(0) => _parameter_groups = [];

    public override IEnumerable<Parameter> parameters() => _parameter_groups.SelectMany(group => group.Parameters);

    /// <summary>Sets the gradients to zero in place, as TorchSharp does: they do not become null.</summary>
    public override void zero_grad()
    {
        using var off = torch.no_grad();
        var gradients = new List<torch.Tensor>();
        try
        {
            foreach (var group in _parameter_groups)
                foreach (var parameter in group.Parameters)
                {
                    if (parameter.grad is not { } gradient)
                        continue;
                    gradients.Add(gradient);
                    // Of a backward that created a graph: that would live on, and grow from step to step.
                    if (gradient.requires_grad)
                        gradient.detach_();
                }
            if (gradients.Count > 0)
                Aten._foreach_zero_.Run(gradients.ToArray());
        }
        finally
        {
            foreach (var gradient in gradients)
                gradient.Dispose();
        }
    }

    public override void add_param_group(ParamGroup param_group) => Register(param_group);

    /// <summary>Moves what is kept for the parameters to a device.</summary>
    public void to(torch.Device device)
    {
        foreach (var group in _parameter_groups)
            foreach (var state in group.States)
                state.to(device);
    }

    /// <summary>The options of the groups and what is kept for each parameter: the objects themselves, not copies.</summary>
    public virtual StateDictionary state_dict()
    {
        var result = new StateDictionary();
        foreach (var group in _parameter_groups)
        {
            result.Options.Add(group.Options);
            result.StateIndexRef.Add([.. Enumerable.Range(result.State.Count, group.States.Length)]);
            result.State.AddRange(group.States);
        }

        return result;
    }

    /// <summary>Copies options and states from those of another optimizer of the same kind.</summary>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        ArgumentNullException.ThrowIfNull(state_dict);
        var own = this.state_dict();
        CheckCounts(state_dict.Options.Count, own.Options.Count, "groups", nameof(state_dict));
        CheckCounts(state_dict.State.Count, own.State.Count, "parameters", nameof(state_dict));
        foreach (var (mine, given) in own.Options.Zip(state_dict.Options))
            if (mine.GetType() != given.GetType())
                throw new ArgumentException($"This is the state of another optimizer: {given.GetType()}, not {mine.GetType()}.", nameof(state_dict));
        foreach (var (mine, given) in own.Options.Zip(state_dict.Options))
            if (mine != given)
                mine.LoadStateDict(given);
        foreach (var (mine, given) in own.State.Zip(state_dict.State))
            if (mine != given)
                mine.LoadStateDict(given);
    }

    public void save_state_dict(string location)
    {
        using var writer = new BinaryWriter(File.Create(location));
        save_state_dict(writer);
    }

    /// <summary>Writes TorchSharp's form: the optimizer's name, how many groups and parameters, then the options and the states.</summary>
    public void save_state_dict(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(GetType().Name);
        var all = state_dict();
        writer.Write7BitEncodedInt64(all.Options.Count);
        writer.Write7BitEncodedInt64(all.State.Count);
        foreach (var options in all.Options)
            options.SaveStateDict(writer);
        foreach (var state in all.State)
            state.SaveStateDict(writer);
    }

    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location));
        load_state_dict(reader);
    }

    /// <summary>Reads what <see cref="save_state_dict(BinaryWriter)"/> wrote. Where that fails, the optimizer stays as it was.</summary>
    public void load_state_dict(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var name = reader.ReadString();
        if (name != GetType().Name)
            throw new InvalidDataException($"This is the state of an optimizer of another kind: '{name}', not '{GetType().Name}'.");
        CheckCounts(reader.Read7BitEncodedInt64(), _parameter_groups.Count, "groups", nameof(reader));
        CheckCounts(reader.Read7BitEncodedInt64(), _parameter_groups.Sum(group => group.States.Length), "parameters", nameof(reader));
        var options = new List<OptimizerOptions>();
        var states = new List<OptimizerState[]>();
        try
        {
            foreach (var _ in _parameter_groups)
            {
                var read = NewOptions();
                read.LoadStateDict(reader);
                read.Check();
                options.Add(read);
            }

            foreach (var group in _parameter_groups)
            {
                var read = new OptimizerState[group.Members.Length];
                states.Add(read);
                for (var i = 0; i < read.Length; i++)
                {
                    read[i] = NewState(group.Members[i]);
                    read[i].LoadStateDict(reader);
                }
            }
        }
        catch
        {
            foreach (var state in states.SelectMany(group => group).OfType<IDisposable>())
                state.Dispose();
            throw;
        }

        for (var i = 0; i < options.Count; i++)
        {
            var group = _parameter_groups[i];
            group.Options.LoadStateDict(options[i]);
            foreach (var state in group.States.OfType<IDisposable>())
                state.Dispose();
            group.States = states[i];
        }
    }

    /// <summary>A state for a parameter, with nothing in it yet.</summary>
    internal virtual OptimizerState NewState(Parameter parameter) =>
        throw new NotSupportedException($"{GetType().Name} keeps no states.");

    internal virtual OptimizerOptions NewOptions() => throw new NotSupportedException($"{GetType().Name} keeps no options.");

    /// <summary>Runs the loss function with gradients on, then the update of every group without; what the update creates is disposed.</summary>
    protected torch.Tensor _step<T>(Action<T> body, Func<torch.Tensor> loss_closure = null)
        where T : ParamGroup
    {
        torch.Tensor loss = null;
        if (loss_closure is not null)
        {
            using var on = new GradModeGuard(true);
            loss = loss_closure();
        }

        using var off = new GradModeGuard(false);
        using var scope = torch.NewDisposeScope();
        foreach (var group in _parameter_groups)
            body((T)group);
        return loss;
    }

    /// <summary>The parameters as a list that is not empty.</summary>
    private protected static Parameter[] Several(IEnumerable<Parameter> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return parameters.ToArray() is { Length: > 0 } several ? several
            : throw new ArgumentException("An optimizer needs at least one parameter.", nameof(parameters));
    }

    private protected void Start(OptimizerOptions defaults, IEnumerable<ParamGroup> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        defaults.Check();
        defaults.InitialLearningRate = defaults.LearningRate.Value;
        _defaults = defaults;
        foreach (var group in parameters)
            add_param_group(group);
        if (_parameter_groups.Count == 0)
            throw new ArgumentException("An optimizer needs at least one group of parameters.", nameof(parameters));
    }

    private protected static TOptions FillIn<TOptions>(ParamGroup param_group)
        where TOptions : OptimizerOptions, new()
    {
        ArgumentNullException.ThrowIfNull(param_group);
        param_group.Options ??= new TOptions();
        return param_group.Options as TOptions
            ?? throw new ArgumentException($"The group has the options of another optimizer: {param_group.Options.GetType()}.", nameof(param_group));
    }

    /// <summary>Takes a group whose options are complete.</summary>
    private protected void Register(ParamGroup param_group)
    {
        ArgumentNullException.ThrowIfNull(param_group);
        param_group.Options.Check();
        param_group.Options.InitialLearningRate = param_group.Options.LearningRate.Value;
        var members = param_group.Parameters?.ToArray()
            ?? throw new ArgumentException("The group has no parameters.", nameof(param_group));
        var seen = new HashSet<Parameter>(_parameter_groups.SelectMany(group => group.Members), ReferenceEqualityComparer.Instance);
        foreach (var member in members)
            if (member is null || !seen.Add(member))
                throw new ArgumentException(member is null ? "A parameter is null." : "A parameter occurs twice, here or in another group.", nameof(param_group));
        param_group.Parameters = members;
        param_group.Members = members;
        param_group.States = [.. members.Select(NewState)];
        foreach (var state in param_group.States)
            state.Initialize(param_group.Options);
        _parameter_groups.Add(param_group);
    }

    private static void CheckCounts(long given, long own, string of, string argument)
    {
        if (given != own)
            throw new ArgumentException($"The state has {given} {of}, this optimizer {own}.", argument);
    }
}
