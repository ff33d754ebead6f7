using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public void backward() => backward(null);

        /// <summary>Adds the gradients of this tensor to <see cref="grad"/> of every leaf behind it.</summary>
        public unsafe void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false,
            IList<Tensor>? inputs = null)
        {
            var self = Handle;
            var given = grad_tensors?.Select(t => t.Handle).ToArray() ?? [];
            var into = inputs?.Select(t => t.Handle).ToArray() ?? [];
            var api = Api.Instance;
            fixed (nint* g = given, i = into)
                api.Check(api.Backward(&self, 1, g, given.Length, retain_graph || create_graph ? 1 : 0, create_graph ? 1 : 0, i, into.Length), "backward");
            GC.KeepAlive(this);
            GC.KeepAlive(grad_tensors);
            GC.KeepAlive(inputs);
        }
    }
}
