using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Kit.Benchmarks.Engine;

/// <summary>Pre-norm attention and a GELU MLP (GPT-2's block).</summary>
internal sealed class Block : nn.Module<Tensor, Tensor, Tensor>
{
    private const int Width = EngineWork.Width, Heads = EngineWork.Heads;
    private readonly LayerNorm norm1 = nn.LayerNorm(Width);
    private readonly Linear qkv = nn.Linear(Width, 3 * Width);
    private readonly Linear @out = nn.Linear(Width, Width);
    private readonly LayerNorm norm2 = nn.LayerNorm(Width);
    private readonly Linear up = nn.Linear(Width, 4 * Width);
    private readonly Linear down = nn.Linear(4 * Width, Width);

    public Block()
        : base(nameof(Block)) => RegisterComponents();

    /// <param name="x">[B, T, D].</param>
    /// <param name="mask">[T, T], true where attention is forbidden.</param>
    public override Tensor forward(Tensor x, Tensor mask)
    {
        var (b, t) = (x.shape[0], x.shape[1]);
        var parts = qkv.forward(norm1.forward(x)).view(b, t, 3, Heads, Width / Heads).permute(2, 0, 3, 1, 4).unbind(0);
        var scores = matmul(parts[0], parts[1].transpose(-2, -1)) * (1 / Math.Sqrt(Width / Heads));
        var weights = scores.masked_fill(mask, double.NegativeInfinity).softmax(-1);
        x = x + @out.forward(matmul(weights, parts[2]).transpose(1, 2).reshape(b, t, Width));
        return x + down.forward(F.gelu(up.forward(norm2.forward(x))));
    }
}
