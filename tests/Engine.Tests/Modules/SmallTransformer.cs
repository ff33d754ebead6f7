using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Engine.Tests.Modules;

/// <summary>A language model as a user of the package writes one: fields, and one call to register them.</summary>
internal sealed class SmallTransformer : Module<Tensor, Tensor>
{
    internal readonly Embedding tokens;
    internal readonly ModuleList<Block> blocks;
    internal readonly LayerNorm norm;
    internal readonly Linear head;

    public SmallTransformer(int layers = 2, bool tied = false)
        : base("small")
    {
        tokens = Embedding(11, 4);
        blocks = new ModuleList<Block>([.. Enumerable.Range(0, layers).Select(_ => new Block())]);
        norm = LayerNorm(4, bias: false);
        head = Linear(4, 11, hasBias: false);
        if (tied)
            head.weight = tokens.weight!;
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var x = tokens.call(input);
        foreach (var block in blocks)
            x = block.call(x);
        return head.call(norm.call(x)).MoveToOuterDisposeScope();
    }

    internal sealed class Block : Module<Tensor, Tensor>
    {
        private readonly LayerNorm before = LayerNorm(4);
        private readonly Sequential mlp = Sequential(("up", Linear(4, 8)), ("act", GELU()), ("down", Linear(8, 4)));
        private readonly Tensor scale = ones(1);
        private readonly Parameter gain = Parameter(ones(4));

        public Block()
            : base("block") => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            using var scope = NewDisposeScope();
            return (input + mlp.call(before.call(input)) * scale * gain).MoveToOuterDisposeScope();
        }
    }
}
