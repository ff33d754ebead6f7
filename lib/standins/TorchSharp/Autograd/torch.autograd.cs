using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Gradients of recorded operations.</summary>
    public static partial class autograd
    {
        /// <summary>The gradients of the outputs' sum, weighted with <paramref name="grad_outputs"/>, with respect to the inputs.</summary>
        /// <param name="outputs">Scalars where <paramref name="grad_outputs"/> does not say more.</param>
        /// <param name="inputs">Tensors that require a gradient.</param>
        /// <param name="grad_outputs">One for each output, of its shape; null for 1.</param>
        /// <param name="retain_graph">Keep what the graph saved, to go through it again.</param>
        /// <param name="create_graph">Record this too, for derivatives of higher order.</param>
        /// <param name="allow_unused">Null stands for inputs that no output depends on; else they are an error.</param>
        public static unsafe IList<Tensor> grad(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor> grad_outputs = null!,
            bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            ThreadBound.PutBackLeft();
            var outs = Handles(outputs);
            var ins = Handles(inputs);
            var given = Handles(grad_outputs);
            var results = new nint[ins.Length];
            var api = Api.Instance;
            fixed (nint* o = outs, i = ins, g = given, r = results)
                ManagedNode.Check(api, api.AutogradGrad(o, outs.Length, i, ins.Length, g, given.Length, retain_graph || create_graph ? 1 : 0,
                    create_graph ? 1 : 0, allow_unused ? 1 : 0, r), "autograd.grad");
            GC.KeepAlive(outputs);
            GC.KeepAlive(inputs);
            GC.KeepAlive(grad_outputs);
            return Array.ConvertAll(results, handle => Tensor.WrapOrNull(handle)!);
        }

        /// <summary>Adds the gradients of the tensors' sum, weighted with <paramref name="grad_tensors"/>, to the leaves' <c>grad</c>.</summary>
        /// <param name="inputs">The leaves that get one; null for all.</param>
        public static unsafe void backward(IList<Tensor> tensors, IList<Tensor> grad_tensors = null!, bool? retain_graph = null,
            bool create_graph = false, IList<Tensor> inputs = null!)
        {
            ThreadBound.PutBackLeft();
            var of = Handles(tensors);
            var given = Handles(grad_tensors);
            var into = Handles(inputs);
            if (inputs is not null && into.Length == 0)
                throw new ArgumentException("backward: there must be at least one input, or none may be given.", nameof(inputs));
            var api = Api.Instance;
            fixed (nint* t = of, g = given, i = into)
                ManagedNode.Check(api, api.Backward(t, of.Length, g, given.Length, (retain_graph ?? create_graph) ? 1 : 0,
                    create_graph ? 1 : 0, i, into.Length), "backward");
            GC.KeepAlive(tensors);
            GC.KeepAlive(grad_tensors);
            GC.KeepAlive(inputs);
        }

        public static void backward(Tensor tensor, IList<Tensor> grad_tensors = null!, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor> inputs = null!) => backward([tensor], grad_tensors, retain_graph, create_graph, inputs);

        public static void backward(Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor> inputs = null!) => backward([tensor], [grad_tensor], retain_graph, create_graph, inputs);

        /// <summary>Until the result is disposed a backward that gives NaN throws and says which operation did it. Slow; for all threads.</summary>
        public static AnomalyMode detect_anomaly(bool check_nan = true) => new(true, check_nan);

        public static AnomalyMode set_detect_anomaly(bool mode, bool check_nan = true) => new(mode, check_nan);

        private static nint[] Handles(IList<Tensor>? tensors) => tensors is null ? [] : [.. tensors.Select(t => t?.Handle ?? 0)];
    }
}
