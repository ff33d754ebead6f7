using System.Runtime.InteropServices;
using static TorchSharp.torch.nn;

namespace Engine.Tests.Modules;

/// <summary>16-bit modules and losses on the CPU: what libtorch has no kernel for says so; nothing else changes.</summary>
public sealed class HalfPrecisionTests
{
    private static readonly (string Name, Func<ScalarType, Tensor> Result)[] s_work =
    [
        ("Linear", t => Linear(4, 3, dtype: t).call(randn(2, 4, dtype: t))),
        ("Embedding", t => Embedding(5, 4, dtype: t).call(tensor(new long[] { 1, 2 }))),
        ("LayerNorm", t => LayerNorm(4, dtype: t).call(randn(2, 4, dtype: t))),
        ("BatchNorm1d", t => BatchNorm1d(4, dtype: t).call(randn(3, 4, dtype: t))),
        ("Conv2d", t => Conv2d(1, 2, 3, dtype: t).call(randn(1, 1, 5, 5, dtype: t))),
        ("LSTM", t => LSTM(4, 2, dtype: t).call(randn(3, 2, 4, dtype: t)).Item1),
        ("GRU", t => GRU(4, 2, dtype: t).call(randn(3, 2, 4, dtype: t)).Item1),
        ("TransformerEncoderLayer", t => TransformerEncoderLayer(4, 2, 8).to(t).call(randn(3, 2, 4, dtype: t))),
        ("attention", t => functional.scaled_dot_product_attention(Some(t), Some(t), Some(t), is_casual: true)),
        ("gelu", t => functional.gelu(Some(t))),
        ("softmax", t => functional.softmax(Some(t), -1)),
        ("dropout", t => functional.dropout(Some(t))),
        ("cross_entropy", t => functional.cross_entropy(randn(3, 5, dtype: t, requires_grad: true), tensor(new long[] { 1, 2, 0 }))),
        ("mse_loss", t => functional.mse_loss(Some(t), Some(t))),
        ("smooth_l1_loss", t => functional.smooth_l1_loss(Some(t), Some(t))),
        ("kl_div", t => functional.kl_div(Some(t), Some(t))),
        ("binary_cross_entropy_with_logits", t => functional.binary_cross_entropy_with_logits(Some(t), ones(2, 3, 4, dtype: t))),
    ];

    /// <summary>What a language model in bfloat16 is made of: it must run.</summary>
    private static readonly string[] s_needed =
        ["Linear", "Embedding", "LayerNorm", "TransformerEncoderLayer", "attention", "gelu", "softmax", "dropout", "cross_entropy"];

    public static TheoryData<string, ScalarType> Work
    {
        get
        {
            var data = new TheoryData<string, ScalarType>();
            foreach (var (name, _) in s_work)
            {
                data.Add(name, ScalarType.BFloat16);
                data.Add(name, ScalarType.Float16);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Work))]
    public void It_runs_forward_and_backward_in_its_own_dtype_or_says_that_there_is_no_kernel(string name, ScalarType type)
    {
        using var scope = NewDisposeScope();
        try
        {
            var result = s_work.Single(w => w.Name == name).Result(type);
            Assert.Equal(type, result.dtype);
            Assert.True(result.to_type(ScalarType.Float32).isfinite().all().item<bool>());
            if (result.requires_grad)
                result.sum().backward();
        }
        catch (ExternalException e)
        {
            Assert.Contains("not implemented for", e.Message, StringComparison.Ordinal);
            Assert.False(type == ScalarType.BFloat16 && s_needed.Contains(name), e.Message);
        }
    }

    [Theory]
    [InlineData("SGD")]
    [InlineData("Adam")]
    [InlineData("AdamW")]
    public void A_bfloat16_layer_learns(string name)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var layer = Linear(4, 3).to(ScalarType.BFloat16);
        using optim.Optimizer optimizer = name switch
        {
            "SGD" => optim.SGD(layer.parameters(), 0.5, momentum: 0.5),
            "Adam" => optim.Adam(layer.parameters(), 0.05),
            _ => optim.AdamW(layer.parameters(), 0.05),
        };
        var x = randn(6, 4, dtype: ScalarType.BFloat16);
        var classes = tensor(new long[] { 0, 1, 2, 0, 1, 2 });
        var losses = new List<float>();
        for (var i = 0; i < 60; i++)
        {
            optimizer.zero_grad();
            var loss = functional.cross_entropy(layer.call(x), classes);
            loss.backward();
            Assert.True(double.IsFinite(torch.nn.utils.clip_grad_norm_(layer.parameters(), 1)));
            optimizer.step();
            losses.Add(loss.ToSingle());
        }

        Assert.Equal(ScalarType.BFloat16, layer.weight.dtype);
        Assert.InRange(losses[^1], 0, losses[0] * 0.8f);
    }

    private static Tensor Some(ScalarType type) => randn(2, 3, 4, dtype: type, requires_grad: true);
}
