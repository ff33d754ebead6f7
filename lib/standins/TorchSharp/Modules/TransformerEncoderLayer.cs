using TorchSharp.Native;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Attention of a sequence to itself and a two-layer network, each added to its input and normalised. [length, batch, features].</summary>
public sealed class TransformerEncoderLayer
    : nn.Module<Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor, Tensor>
{
    private readonly nn.Activations _activation;

    [ComponentName(Name = "self_attn")]
    private readonly MultiheadAttention _attention;

    [ComponentName(Name = "linear1")]
    private readonly Linear _first;

    [ComponentName(Name = "dropout")]
    private readonly Dropout _between;

    [ComponentName(Name = "linear2")]
    private readonly Linear _second;

    [ComponentName(Name = "norm1")]
    private readonly LayerNorm _norm1;

    [ComponentName(Name = "norm2")]
    private readonly LayerNorm _norm2;

    [ComponentName(Name = "dropout1")]
    private readonly Dropout _dropout1;

    [ComponentName(Name = "dropout2")]
    private readonly Dropout _dropout2;

    internal TransformerEncoderLayer(long d_model, long nhead, long dim_feedforward, double dropout, nn.Activations activation)
        : base(nameof(TransformerEncoderLayer))
    {
        Sizes = (d_model, nhead, dim_feedforward, dropout);
        _activation = activation;
        _attention = nn.MultiheadAttention(d_model, nhead, dropout);
        _first = nn.Linear(d_model, dim_feedforward);
        _between = nn.Dropout(dropout);
        _second = nn.Linear(dim_feedforward, d_model);
        _norm1 = nn.LayerNorm(d_model);
        _norm2 = nn.LayerNorm(d_model);
        _dropout1 = nn.Dropout(dropout);
        _dropout2 = nn.Dropout(dropout);
        RegisterComponents();
    }

    private (long Model, long Heads, long Inner, double Dropout) Sizes { get; }

    public override Tensor forward(Tensor src) => Run(src, null, null);

    public Tensor call(Tensor src, Tensor src_mask) => Run(src, src_mask, null);

    public Tensor call(Tensor src, Tensor src_mask, Tensor src_key_padding_mask) => Run(src, src_mask, src_key_padding_mask);

    /// <summary>Another layer with the same sizes and the same values.</summary>
    internal TransformerEncoderLayer Copy()
    {
        var copy = new TransformerEncoderLayer(Sizes.Model, Sizes.Heads, Sizes.Inner, Sizes.Dropout, _activation);
        copy.load_state_dict(state_dict());
        return copy;
    }

    internal Tensor Run(Tensor src, Tensor? mask, Tensor? padding)
    {
        using var scope = NewDisposeScope();
        var attended = _attention.call(src, src, src, padding, false, mask).Item1;
        var middle = _norm1.call(Aten.add_Tensor.Call(src, _dropout1.call(attended)));
        var inner = _first.call(middle);
        inner = _activation == nn.Activations.GELU ? nn.functional.gelu(inner) : nn.functional.relu(inner);
        var added = Aten.add_Tensor.Call(middle, _dropout2.call(_second.call(_between.call(inner))));
        return _norm2.call(added).MoveToOuterDisposeScope();
    }
}
