using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>softmax(q kᵀ / √d) v. libtorch before 2.0 has no operator for it: there it is put together.</summary>
            /// <param name="query">(..., L, d).</param>
            /// <param name="key">(..., S, d).</param>
            /// <param name="value">(..., S, d of the result).</param>
            /// <param name="attn_mask">What is added to the scores, or, of Booleans, which keys may be looked at. A query that may look at none gets 0.</param>
            /// <param name="p">The part of the weights that is dropped, whether training or not.</param>
            /// <param name="is_casual">Causal (the name is TorchSharp's): query i looks at keys 0 to i.</param>
            public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0.0,
                bool is_casual = false)
            {
                if (is_casual && attn_mask is not null)
                    throw new ArgumentException("Attention is causal or has a mask, not both.", nameof(attn_mask));
                if (!(p >= 0 && p <= 1))
                    throw new ArgumentOutOfRangeException(nameof(p), p, "p must be between 0 and 1.");
                return Aten.scaled_dot_product_attention.Exists
                    ? Aten.scaled_dot_product_attention.Call(query, key, value, attn_mask, p, is_casual)
                    : Attend(query, key, value, attn_mask, p, is_casual);
            }

            private static Tensor Attend(Tensor query, Tensor key, Tensor value, Tensor? mask, double p, bool causal)
            {
                var (queries, keys) = (query.shape, key.shape);
                if (queries.Length < 2 || keys.Length < 2)
                    throw new ArgumentException("Queries and keys need at least two dimensions: positions and features.", nameof(query));
                using var scope = NewDisposeScope();
                var scores = Aten.matmul.Call(query * (1 / Math.Sqrt(queries[^1])), Aten.transpose_int.Call(key, -2, -1));
                Tensor? blind = null;
                if (causal)
                {
                    // A matmul's gradient does not need its result: it may be changed in place.
                    var later = Aten.full.Call((long[])[queries[^2], keys[^2]], double.NegativeInfinity, scores.dtype, Arg.None, scores.device);
                    Aten.add__Tensor.Run(scores, Aten.triu.Call(later, 1));
                }
                else if (mask is not null)
                {
                    var hidden = mask.dtype == ScalarType.Bool ? mask.logical_not() : mask.eq(double.NegativeInfinity);
                    scores = mask.dtype == ScalarType.Bool ? scores.masked_fill(hidden, double.NegativeInfinity) : scores + mask;
                    blind = Aten.all_dim.Call(hidden, -1, true);
                    // The softmax of nothing is not a number, and so would be every gradient behind it.
                    blind = blind.any().item<bool>() ? blind : null;
                    if (blind is not null)
                        scores = scores.masked_fill(blind, 0);
                }

                var weights = Aten.softmax_int.Call(scores, -1);
                if (blind is not null)
                    weights = weights.masked_fill(blind, 0);
                if (p > 0)
                    weights = Aten.dropout.Call(weights, p, true);
                return Aten.matmul.Call(weights, value).MoveToOuterDisposeScope();
            }
        }
    }
}
