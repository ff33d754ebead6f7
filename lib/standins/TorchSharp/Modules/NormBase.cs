using TorchSharp.Native;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What batch norm and instance norm have in common: a learned factor and offset, and running statistics.</summary>
public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    [ComponentName(Name = nameof(bias))]
    private Parameter? _bias;

    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    [ComponentName(Name = nameof(running_mean))]
    private Tensor? _runningMean;

    [ComponentName(Name = nameof(running_var))]
    private Tensor? _runningVar;

    [ComponentName(Name = nameof(num_batches_tracked))]
    private Tensor? _batches;

    public NormBase(long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device, ScalarType? dtype,
        string name)
        : base(name)
    {
        (this.num_features, this.eps, this.momentum, this.affine) = (num_features, eps, momentum, affine);
        this.track_running_stats = track_running_stats;
        if (affine)
        {
            weight = Layers.Empty(device, dtype, num_features);
            bias = Layers.Empty(device, dtype, num_features);
        }

        if (track_running_stats)
        {
            long[] shape = [num_features];
            device ??= get_default_device();
            running_mean = Aten.empty.Call(shape, dtype, Arg.Default, InitializeDevice(device));
            running_var = Aten.empty.Call(shape, dtype, Arg.Default, InitializeDevice(device));
            num_batches_tracked = Aten.empty.Call(Array.Empty<long>(), ScalarType.Int64, Arg.Default, InitializeDevice(device));
        }

        reset_parameters();
    }

    public Parameter? bias
    {
        get => _bias;
        set => ConditionallyRegisterParameter(nameof(bias), Layers.Replace(ref _bias, value));
    }

    public Parameter weight
    {
        get => _weight!;
        set => ConditionallyRegisterParameter(nameof(weight), Layers.Replace(ref _weight, value ?? throw new ArgumentNullException(nameof(value))));
    }

    public Tensor? running_mean
    {
        get => _runningMean;
        set => ConditionallyRegisterBuffer(nameof(running_mean), Layers.Replace(ref _runningMean, value));
    }

    public Tensor? running_var
    {
        get => _runningVar;
        set => ConditionallyRegisterBuffer(nameof(running_var), Layers.Replace(ref _runningVar, value));
    }

    public Tensor? num_batches_tracked
    {
        get => _batches;
        set => ConditionallyRegisterBuffer(nameof(num_batches_tracked), Layers.Replace(ref _batches, value));
    }

    public long num_features { get; }

    public double eps { get; set; }

    /// <summary>The weight of the newest batch in the running statistics; null for their plain mean over all batches.</summary>
    public double? momentum { get; set; }

    public bool affine { get; }

    public bool track_running_stats { get; }

    public void reset_running_stats()
    {
        if (!track_running_stats)
            return;
        nn.init.zeros_(_runningMean!);
        nn.init.ones_(_runningVar!);
        nn.init.zeros_(_batches!);
    }

    public void reset_parameters()
    {
        reset_running_stats();
        if (!affine)
            return;
        nn.init.ones_(_weight!);
        nn.init.zeros_(_bias!);
    }

    protected abstract void ValidateInputDimensions(Tensor input);

    private protected void ExpectDimensions(Tensor input, long least, long most)
    {
        var dimensions = input.dim();
        if (dimensions < least || dimensions > most)
            throw new ArgumentException($"{GetName()} expects {(least == most ? $"{least}" : $"{least} or {most}")} dimensions, not {dimensions}.",
                nameof(input));
    }
}
