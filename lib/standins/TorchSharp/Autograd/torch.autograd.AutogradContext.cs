using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>What a function's forward leaves for its backward.</summary>
        public class AutogradContext : IDisposable
        {
            private readonly Dictionary<string, object> _data = [];
            private List<Tensor> _toSave = [];
            private List<Tensor> _dirty = [];
            private List<Tensor> _plain = [];
            private ManagedNode? _node;

            internal AutogradContext()
            {
            }

            /// <summary>Whether backward is given zeros for the gradients of outputs that nothing depends on; else null.</summary>
            public bool MaterializeGrads { get; private set; } = true;

            internal IReadOnlyList<Tensor> ToSave => _toSave;

            /// <summary>Saves tensors, inputs or outputs or others. They are freed with the graph, and checked for changes in place.</summary>
            public void save_for_backward(List<Tensor> tensors) => _toSave = [.. tensors];

            public void save_data(string key, object value) => _data[key] = value;

            /// <summary>Says which inputs forward has changed in place; they are to be among its outputs.</summary>
            public void mark_dirty(List<Tensor> tensors) => _dirty = [.. tensors];

            /// <summary>Says which outputs have no gradient.</summary>
            public void mark_non_differentiable(List<Tensor> tensors) => _plain = [.. tensors];

            public void set_materialize_grads(bool value) => MaterializeGrads = value;

            /// <summary>The tensors that forward saved, in backward. They end with it: detach from its scope what must stay.</summary>
            public List<Tensor> get_saved_variables() => _node is null ? [.. _toSave] : [.. _node.SavedTensors().Select(t => t!)];

            public object get_data(string key) => _data[key];

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing) => _data.Clear();

            internal bool IsDirty(Tensor tensor) => _dirty.Exists(t => t.Handle == tensor.Handle);

            internal ManagedNode.OutputKind KindOf(Tensor output) =>
                IsDirty(output) ? ManagedNode.OutputKind.ChangedInput
                : CanHaveGradient(output.dtype) && !_plain.Exists(t => t.Handle == output.Handle) ? ManagedNode.OutputKind.Differentiable
                : ManagedNode.OutputKind.NotDifferentiable;

            /// <summary>Forward is over: libtorch holds what was saved.</summary>
            internal void BelongsTo(ManagedNode node)
            {
                _node = node;
                _toSave = [];
                _dirty = [];
                _plain = [];
            }

            private static bool CanHaveGradient(ScalarType type) =>
                type is ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64 or ScalarType.ComplexFloat32
                    or ScalarType.ComplexFloat64;
        }
    }
}
