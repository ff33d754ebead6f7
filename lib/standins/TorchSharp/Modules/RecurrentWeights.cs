using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The parameters of a recurrent layer, named and ordered as PyTorch has them, and its first state.</summary>
internal sealed class RecurrentWeights
{
    private readonly string[] _names;
    private readonly long _inputSize;
    private readonly long _hiddenSize;
    private readonly long _rows;
    private readonly bool _batchFirst;

    /// <param name="gates">How many sums each step computes for every hidden unit: 4 for LSTM, 3 for GRU, 1 for RNN.</param>
    public RecurrentWeights(Action<string, Parameter> register, long gates, long inputSize, long hiddenSize, long layers, bool bias,
        bool batchFirst, double dropout, bool bidirectional, Device? device, ScalarType? dtype)
    {
        if (!(dropout is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(dropout), dropout, "a dropout probability lies between 0 and 1.");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(layers);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(hiddenSize);
        (_inputSize, _hiddenSize, _batchFirst) = (inputSize, hiddenSize, batchFirst);
        var directions = bidirectional ? 2 : 1;
        _rows = layers * directions;
        var bound = 1 / Math.Sqrt(hiddenSize);
        var names = new List<string>();
        var parameters = new List<Parameter>();
        for (var layer = 0L; layer < layers; layer++)
            for (var direction = 0; direction < directions; direction++)
            {
                var suffix = $"_l{layer}{(direction == 0 ? "" : "_reverse")}";
                Add("weight_ih" + suffix, gates * hiddenSize, layer == 0 ? inputSize : hiddenSize * directions);
                Add("weight_hh" + suffix, gates * hiddenSize, hiddenSize);
                if (!bias)
                    continue;
                Add("bias_ih" + suffix, gates * hiddenSize);
                Add("bias_hh" + suffix, gates * hiddenSize);
            }

        _names = [.. names];
        foreach (var parameter in parameters)
            nn.init.uniform_(parameter, -bound, bound);

        void Add(string name, params long[] shape)
        {
            var parameter = Layers.Empty(device, dtype, shape);
            names.Add(name);
            parameters.Add(parameter);
            register(name, parameter);
        }
    }

    public Tensor[] Of(nn.Module module) => [.. _names.Select(n => module.get_parameter(n)!)];

    /// <summary>Zeros for every layer and direction, with or without a batch's dimension.</summary>
    public Tensor FirstState(Tensor input)
    {
        var shape = input.shape;
        if (shape.Length is not (2 or 3) || shape[^1] != _inputSize)
            throw new ArgumentException($"the input has the shape [{string.Join(", ", shape)}]; expected are 2 (unbatched) or 3 dimensions, of which "
                + $"the last has size {_inputSize}.", nameof(input));
        long[] state = shape.Length == 2 ? [_rows, _hiddenSize] : [_rows, shape[_batchFirst ? 0 : 1], _hiddenSize];
        var info = input.Info;
        return Aten.zeros.Call(state, (ScalarType)info.Dtype, Arg.Default, new Device((DeviceType)info.DeviceType, info.DeviceIndex));
    }
}
