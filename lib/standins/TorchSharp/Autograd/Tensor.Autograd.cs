using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public void backward() => autograd.backward(this, (IList<Tensor>)null!);

        /// <summary>Adds the gradients of this tensor to <see cref="grad"/> of every leaf behind it.</summary>
        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false,
            IList<Tensor>? inputs = null) =>
            autograd.backward(this, grad_tensors!, retain_graph || create_graph, create_graph, inputs!);

        /// <summary>Sets whether operations on this tensor are recorded.</summary>
        /// <returns>This tensor.</returns>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>Sets whether operations on this tensor are recorded.</summary>
        /// <returns>This tensor.</returns>
        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Keeps <see cref="grad"/> of a tensor that is not a leaf.</summary>
        public unsafe void retain_grad()
        {
            Api.Instance.Check(Api.Instance.RetainGrad(Handle), "retain_grad");
            GC.KeepAlive(this);
        }

        /// <summary>Takes this tensor out of its graph.</summary>
        /// <returns>This tensor.</returns>
        public Tensor detach_() => Aten.detach_.InPlace(this);
    }
}
