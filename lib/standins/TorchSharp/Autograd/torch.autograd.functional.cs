namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>Matrices of partial derivatives.</summary>
        public static class functional
        {
            /// <summary>The derivative of every element of the result by every element of the input.</summary>
            /// <returns>The result's shape, then the input's.</returns>
            public static Tensor jacobian(Func<Tensor, Tensor> function, Tensor inputs) =>
                Jacobians(x => [function(x[0])], [inputs])[0][0];

            /// <summary>As for one result, for each of several.</summary>
            public static IEnumerable<Tensor> jacobian(Func<Tensor, Tensor[]> function, Tensor inputs) =>
                [.. Jacobians(x => function(x[0]), [inputs]).Select(row => row[0])];

            /// <summary>As for one input, for each of several.</summary>
            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor> function, params Tensor[] inputs) =>
                Jacobians(x => [function(x)], inputs)[0];

            /// <returns>For each result one for each input.</returns>
            private static Tensor[][] Jacobians(Func<Tensor[], Tensor[]> function, Tensor[] inputs)
            {
                using var recorded = enable_grad();
                using var scope = NewDisposeScope();
                var leaves = Array.ConvertAll(inputs, input => input.detach().requires_grad_());
                return [.. function(leaves).Select(result => Rows(result, leaves))];
            }

            private static Tensor[] Rows(Tensor result, Tensor[] leaves)
            {
                var flat = result.reshape(-1);
                var count = flat.numel();
                var rows = Array.ConvertAll(leaves, _ => new Tensor[count]);
                for (var i = 0L; i < count; i++)
                {
                    var found = flat.requires_grad ? grad([flat[i]], leaves, retain_graph: true, allow_unused: true) : null;
                    for (var k = 0; k < leaves.Length; k++)
                        rows[k][i] = found?[k] ?? zeros_like(leaves[k]);
                }

                return [.. leaves.Select((leaf, k) => (count == 0 ? zeros([0, .. leaf.shape], leaf.dtype, leaf.device) : stack(rows[k]))
                    .reshape([.. result.shape, .. leaf.shape]).MoveToOuterDisposeScope())];
            }
        }
    }
}
