using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kit.Benchmarks.Engine;

/// <summary>A GPT-2-like language model: 4 layers, width 256, 8 heads, vocabulary 4096; 5.29 M parameters with its untied head.</summary>
internal sealed class Transformer : nn.Module<Tensor, Tensor, Tensor, Tensor>
{
    private readonly Embedding tokens = nn.Embedding(EngineWork.Vocabulary, EngineWork.Width);
    private readonly Embedding positions = nn.Embedding(EngineWork.Time, EngineWork.Width);
    private readonly ModuleList<Block> blocks = nn.ModuleList([.. Enumerable.Range(0, EngineWork.Layers).Select(_ => new Block())]);
    private readonly LayerNorm norm = nn.LayerNorm(EngineWork.Width);
    private readonly Linear head = nn.Linear(EngineWork.Width, EngineWork.Vocabulary, hasBias: false);

    public Transformer()
        : base(nameof(Transformer)) => RegisterComponents();

    /// <param name="ids">[B, T], int64.</param>
    /// <param name="places">[T], int64.</param>
    /// <param name="mask">[T, T], true where attention is forbidden.</param>
    /// <returns>Logits [B, T, V].</returns>
    public override Tensor forward(Tensor ids, Tensor places, Tensor mask)
    {
        var x = tokens.forward(ids) + positions.forward(places);
        foreach (var block in blocks)
            x = block.forward(x, mask);
        return head.forward(norm.forward(x));
    }
}
