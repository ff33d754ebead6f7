using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Several copies of an encoder layer, one after the other.</summary>
public sealed class TransformerEncoder
    : nn.Module<Tensor, Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor, Tensor>, nn.IModule<Tensor, Tensor>
{
    [ComponentName(Name = "layers")]
    private readonly ModuleList<TransformerEncoderLayer> _layers;

    internal TransformerEncoder(TransformerEncoderLayer encoder_layer, long num_layers)
        : base(nameof(TransformerEncoder))
    {
        _layers = [];
        for (var i = 0L; i < num_layers; i++)
            _layers.Add(encoder_layer.Copy());
        RegisterComponents();
    }

    public override Tensor forward(Tensor src, Tensor src_mask, Tensor src_key_padding_mask)
    {
        using var scope = NewDisposeScope();
        var current = src;
        foreach (var layer in _layers)
            current = layer.Run(current, src_mask, src_key_padding_mask);
        return current.MoveToOuterDisposeScope();
    }

    public Tensor call(Tensor src, Tensor src_mask) => base.call(src, src_mask, null!);

    public Tensor call(Tensor src) => base.call(src, null!, null!);
}
