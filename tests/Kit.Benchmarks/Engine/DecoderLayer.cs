using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Kit.Benchmarks.Engine;

/// <summary>Llama's layer for one new token: RMSNorm, rotary positions, SwiGLU, a cache of keys and values.</summary>
internal sealed class DecoderLayer : nn.Module
{
    private const int Width = EngineWork.Width, Heads = EngineWork.Heads, Size = Width / Heads;
    private readonly Parameter scale1 = nn.Parameter(ones(Width));
    private readonly Parameter scale2 = nn.Parameter(ones(Width));
    private readonly Linear q = nn.Linear(Width, Width, hasBias: false);
    private readonly Linear k = nn.Linear(Width, Width, hasBias: false);
    private readonly Linear v = nn.Linear(Width, Width, hasBias: false);
    private readonly Linear o = nn.Linear(Width, Width, hasBias: false);
    private readonly Linear gate;
    private readonly Linear up;
    private readonly Linear down;

    public DecoderLayer(int hidden)
        : base(nameof(DecoderLayer))
    {
        gate = nn.Linear(Width, hidden, hasBias: false);
        up = nn.Linear(Width, hidden, hasBias: false);
        down = nn.Linear(hidden, Width, hasBias: false);
        RegisterComponents();
    }

    /// <param name="x">[B, T, D].</param>
    /// <param name="cos">[1, D / H].</param>
    /// <param name="sin">[1, D / H].</param>
    /// <param name="keys">[B, H, P, D / H], of the tokens before.</param>
    /// <param name="values">[B, H, P, D / H].</param>
    public Tensor forward(Tensor x, Tensor cos, Tensor sin, Tensor keys, Tensor values)
    {
        var (b, t) = (x.shape[0], x.shape[1]);
        var y = Rms(x, scale1);
        var query = Rotate(q.forward(y).view(b, t, Heads, Size).transpose(1, 2), cos, sin);
        var key = Rotate(k.forward(y).view(b, t, Heads, Size).transpose(1, 2), cos, sin);
        var value = v.forward(y).view(b, t, Heads, Size).transpose(1, 2);
        keys = cat([keys, key], 2);
        values = cat([values, value], 2);
        var weights = (matmul(query, keys.transpose(-2, -1)) * (1 / Math.Sqrt(Size))).softmax(-1);
        x = x + o.forward(matmul(weights, values).transpose(1, 2).reshape(b, t, Width));
        y = Rms(x, scale2);
        return x + down.forward(F.silu(gate.forward(y)) * up.forward(y));
    }

    /// <summary>Root mean square normalisation over the last dimension.</summary>
    public static Tensor Rms(Tensor x, Tensor scale) => x * rsqrt(x.pow(2).mean([-1], keepdim: true) + 1e-6) * scale;

    private static Tensor Rotate(Tensor x, Tensor cos, Tensor sin)
    {
        var halves = x.chunk(2, -1);
        return x * cos + cat([-halves[1], halves[0]], -1) * sin;
    }
}
