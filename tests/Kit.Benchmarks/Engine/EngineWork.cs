using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Kit.Benchmarks.Engine;

/// <summary>The work of peers/engine.py, written against TorchSharp's API as a user would.</summary>
internal static class EngineWork
{
    public const string Verb = "engine-worker";

    public const int Vocabulary = 4096, Width = 256, Layers = 4, Heads = 8, Batch = 16, Time = 128, Past = 128;

    /// <summary>By name: what to repeat, and how many units one repetition holds.</summary>
    public static (Action Run, int Count) Prepare(string measure) => measure switch
    {
        "add" => Add(),
        "matmul" => Matmul(),
        "mlp" => Mlp(),
        "transformer" => Transformer(),
        "decode" => Decode(),
        _ => throw new ArgumentException($"there is no measure '{measure}'.", nameof(measure)),
    };

    private static (Action, int) Add()
    {
        var (a, b) = (ones(16, 16), ones(16, 16));
        return (() =>
        {
            for (var i = 0; i < 1000; i++)
            {
                using var c = a + b;
            }
        }, 1000);
    }

    private static (Action, int) Matmul()
    {
        var (a, b) = (randn(1024, 1024), randn(1024, 1024));
        return (() => matmul(a, b).Dispose(), 1);
    }

    private static (Action, int) Mlp()
    {
        var model = nn.Sequential(nn.Linear(32, 64), nn.Tanh(), nn.Linear(64, 8));
        var optimizer = optim.Adam(model.parameters(), lr: 1e-3);
        var (x, y) = (randn(64, 32), randn(64, 8));
        return (() =>
        {
            for (var i = 0; i < 20; i++)
            {
                using var scope = NewDisposeScope();
                optimizer.zero_grad();
                var loss = F.mse_loss(model.forward(x), y);
                loss.backward();
                optimizer.step();
            }
        }, 20);
    }

    private static (Action, int) Transformer()
    {
        var model = new Transformer();
        var optimizer = optim.AdamW(model.parameters(), lr: 1e-3, weight_decay: 0.01);
        var ids = randint(Vocabulary, [Batch, Time], dtype: int64);
        var positions = arange(Time);
        var mask = ones([Time, Time], dtype: ScalarType.Bool).triu(1);
        return (() =>
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            var logits = model.forward(ids, positions, mask);
            var loss = F.cross_entropy(logits.view(-1, Vocabulary), ids.view(-1));
            loss.backward();
            optimizer.step();
        }, 1);
    }

    private static (Action, int) Decode()
    {
        const int Size = Width / Heads;
        var tokens = nn.Embedding(Vocabulary, Width);
        var layers = Enumerable.Range(0, Layers).Select(_ => new DecoderLayer(704)).ToArray();
        var scale = ones(Width);
        var head = nn.Linear(Width, Vocabulary, hasBias: false);
        var past = layers.Select(_ => (Keys: randn(1, Heads, Past, Size), Values: randn(1, Heads, Past, Size))).ToArray();
        var angles = full(1, Size, 0.5f);
        var (cos, sin) = (angles.cos(), angles.sin());
        var ids = tensor(new long[] { 7 }).view(1, 1);
        return (() =>
        {
            using var off = inference_mode();
            using var scope = NewDisposeScope();
            var x = tokens.forward(ids);
            for (var i = 0; i < layers.Length; i++)
                x = layers[i].forward(x, cos, sin, past[i].Keys, past[i].Values);
            _ = head.forward(DecoderLayer.Rms(x, scale)).argmax(-1).item<long>();
        }, 1);
    }
}
