using System.Diagnostics.CodeAnalysis;
using TorchSharp.Native;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A table of vectors, looked up by integers.</summary>
public sealed class Embedding : nn.Module<Tensor, Tensor>
{
    private readonly long? _paddingIndex;
    private readonly double? _maxNorm;
    private readonly double _normType;
    private readonly bool _scaleByFrequency;
    private readonly bool _sparse;

    [ComponentName(Name = nameof(weight))]
    private Parameter? _weight;

    internal Embedding(Parameter weight, long? padding_idx, double? max_norm, double norm_type, bool scale_grad_by_freq, bool sparse)
        : base(nameof(Embedding))
    {
        var rows = weight.shape[0];
        if (padding_idx is { } index && (index < -rows || index >= rows))
            throw new ArgumentOutOfRangeException(nameof(padding_idx), index, $"the table has {rows} rows.");
        this.weight = weight;
        _paddingIndex = padding_idx < 0 ? padding_idx + rows : padding_idx;
        (_maxNorm, _normType, _scaleByFrequency, _sparse) = (max_norm, norm_type, scale_grad_by_freq, sparse);
    }

    [DisallowNull]
    public Parameter? weight
    {
        get => _weight;
        set => ConditionallyRegisterParameter(nameof(weight), Layers.Replace(ref _weight, value));
    }

    /// <summary>A table with normally distributed values; the padding's row is zero and gets no gradient.</summary>
    internal static Embedding Create(long rows, long columns, long? padding_idx, double? max_norm, double norm_type, bool scale_grad_by_freq,
        bool sparse, Device? device, ScalarType? dtype)
    {
        var weight = Layers.Empty(device, dtype, rows, columns);
        nn.init.normal_(weight);
        var result = new Embedding(weight, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);
        if (result._paddingIndex is { } index)
        {
            using var off = no_grad();
            using var row = Aten.select_int.Call(weight, 0, index);
            Aten.zero_.InPlace(row);
        }

        return result;
    }

    public override Tensor forward(Tensor input)
    {
        if (_maxNorm is { } norm)
        {
            using var off = no_grad();
            using var indices = Aten.contiguous.Call(input);
            Aten.embedding_renorm_.InPlace(_weight, indices, norm, _normType);
        }

        return Aten.embedding.Call(_weight, input, _paddingIndex ?? -1, _scaleByFrequency, _sparse);
    }
}
