using TorchSharp.Native;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Attention of several heads, with projections before and after it. Inputs are [length, batch, features] or [length, features].</summary>
public sealed class MultiheadAttention
    : nn.Module<Tensor, Tensor, Tensor, Tensor?, bool, Tensor?, Tuple<Tensor, Tensor>>
{
    private readonly long _width;
    private readonly long _heads;
    private readonly double _dropout;
    private readonly bool _addZero;

    [ComponentName(Name = "out_proj")]
    private readonly Linear _out;

    internal MultiheadAttention(long embedded_dim, long num_heads, double dropout, bool bias, bool add_bias_kv, bool add_zero_attn, long? kdim,
        long? vdim)
        : base(nameof(MultiheadAttention))
    {
        if (num_heads <= 0 || embedded_dim % num_heads != 0)
            throw new ArgumentException($"{embedded_dim} features do not divide among {num_heads} heads.", nameof(num_heads));
        (_width, _heads, _dropout, _addZero) = (embedded_dim, num_heads, dropout, add_zero_attn);
        _out = nn.Linear(embedded_dim, embedded_dim, bias);
        if ((kdim ?? embedded_dim) == embedded_dim && (vdim ?? embedded_dim) == embedded_dim)
        {
            Add("in_proj_weight", 3 * embedded_dim, embedded_dim);
        }
        else
        {
            Add("q_proj_weight", embedded_dim, embedded_dim);
            Add("k_proj_weight", embedded_dim, kdim ?? embedded_dim);
            Add("v_proj_weight", embedded_dim, vdim ?? embedded_dim);
        }

        foreach (var weight in parameters(false))
            nn.init.xavier_uniform_(weight);
        if (bias)
        {
            nn.init.zeros_(Add("in_proj_bias", 3 * embedded_dim));
            nn.init.zeros_(_out.bias!);
        }

        if (add_bias_kv)
        {
            nn.init.xavier_normal_(Add("bias_k", 1, 1, embedded_dim));
            nn.init.xavier_normal_(Add("bias_v", 1, 1, embedded_dim));
        }

        RegisterComponents();
    }

    /// <param name="key_padding_mask">[batch, keys]: true, or a number to be added, for keys that are no keys.</param>
    /// <param name="need_weights">Whether the second result is the attention, averaged over the heads; otherwise it is null.</param>
    /// <param name="attn_mask">[queries, keys] or [batch·heads, queries, keys]: true, or a number to be added, where there is to be no attention.</param>
    public override Tuple<Tensor, Tensor> forward(Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask, bool need_weights,
        Tensor? attn_mask)
    {
        using var scope = NewDisposeScope();
        var batched = query.dim() == 3;
        if (!batched)
        {
            (query, key, value) = (Batch(query, 1), Batch(key, 1), Batch(value, 1));
            key_padding_mask = key_padding_mask is null ? null : Batch(key_padding_mask, 0);
        }

        var (q, k, v) = Project(query, key, value);
        var (length, batch) = (query.shape[0], query.shape[1]);
        var more = 0L;
        if (get_parameter("bias_k") is { } extraKey)
        {
            k = Aten.cat.Call((Tensor[])[k, Aten.expand.Call(extraKey, (long[])[1, batch, _width])], 0);
            v = Aten.cat.Call((Tensor[])[v, Aten.expand.Call(get_parameter("bias_v")!, (long[])[1, batch, _width])], 0);
            more++;
        }

        (q, k, v) = (Heads(q, batch), Heads(k, batch), Heads(v, batch));
        if (_addZero)
        {
            (k, v) = (WithZero(k), WithZero(v));
            more++;
        }

        var scores = Aten.bmm.Call(Aten.mul_Scalar.Call(q, 1 / Math.Sqrt(_width / _heads)), Aten.transpose_int.Call(k, 1, 2));
        if (attn_mask is not null)
            scores = Aten.add_Tensor.Call(scores, Additive(attn_mask, more, scores));
        if (key_padding_mask is not null)
        {
            var keys = Additive(key_padding_mask, more, scores);
            var shape = scores.shape;
            var split = Aten.view.Call(scores, (long[])[batch, _heads, shape[1], shape[2]]);
            scores = Aten.view.Call(Aten.add_Tensor.Call(split, Aten.unsqueeze.Call(Aten.unsqueeze.Call(keys, 1), 1)), shape);
        }

        var weights = Aten.softmax_int.Call(scores, -1);
        var attended = Aten.bmm.Call(_dropout > 0 ? nn.functional.dropout(weights, _dropout, training) : weights, v);
        var joined = Aten.reshape.Call(Aten.transpose_int.Call(attended, 0, 1), (long[])[length, batch, _width]);
        var result = _out.call(joined);
        Tensor? average = null;
        if (need_weights)
        {
            var all = Aten.view.Call(weights, (long[])[batch, _heads, length, weights.shape[2]]);
            average = Aten.mean_dim.Call(all, (long[])[1]);
        }

        if (!batched)
        {
            result = Aten.squeeze_dim.Call(result, 1);
            average = average is null ? null : Aten.squeeze_dim.Call(average, 0);
        }

        return Tuple.Create(result.MoveToOuterDisposeScope(), average?.MoveToOuterDisposeScope()!);
    }

    public new Tuple<Tensor, Tensor> call(Tensor query, Tensor key, Tensor value, Tensor? key_padding_mask = null, bool need_weights = true,
        Tensor? attn_mask = null) => base.call(query, key, value, key_padding_mask, need_weights, attn_mask);

    private static Tensor Batch(Tensor tensor, long dimension) => Aten.unsqueeze.Call(tensor, dimension);

    private static Tensor WithZero(Tensor tensor) => Aten.constant_pad_nd.Call(tensor, (long[])[0, 0, 0, 1]);

    /// <summary>A mask as numbers to be added: minus infinity for true, zero for keys that the module added.</summary>
    private static Tensor Additive(Tensor mask, long more, Tensor like)
    {
        if (mask.dtype == ScalarType.Bool)
            mask = Aten.masked_fill_Scalar.Call(Aten.zeros.Call(mask.shape, like.dtype, Arg.Default, like.device), mask, double.NegativeInfinity);
        return more == 0 ? mask : Aten.constant_pad_nd.Call(mask, (long[])[0, more]);
    }

    private Parameter Add(string name, params long[] shape)
    {
        var parameter = Layers.Empty(null, null, shape);
        register_parameter(name, parameter);
        return parameter;
    }

    private (Tensor, Tensor, Tensor) Project(Tensor query, Tensor key, Tensor value)
    {
        var weights = get_parameter("in_proj_weight") is { } together
            ? Parts(together) : [get_parameter("q_proj_weight")!, get_parameter("k_proj_weight")!, get_parameter("v_proj_weight")!];
        var biases = get_parameter("in_proj_bias") is { } bias ? Parts(bias) : [];
        Tensor Through(Tensor input, int i) => nn.functional.linear(input, weights[i], biases.Length > 0 ? biases[i] : null);
        return (Through(query, 0), Through(key, 1), Through(value, 2));
    }

    private Tensor[] Parts(Tensor stacked) => [.. Enumerable.Range(0, 3).Select(i => Aten.narrow.Call(stacked, 0, i * _width, _width))];

    /// <summary>[length, batch, features] becomes [batch·heads, length, features of a head].</summary>
    private Tensor Heads(Tensor tensor, long batch) =>
        Aten.transpose_int.Call(Aten.reshape.Call(tensor, (long[])[tensor.shape[0], batch * _heads, _width / _heads]), 0, 1);
}
