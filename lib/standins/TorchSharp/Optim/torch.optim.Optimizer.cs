#nullable disable // the real package says nothing about null here
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Changes parameters so that an objective falls (or rises), by its gradients.</summary>
        public abstract partial class Optimizer : IDisposable
        {
            protected IList<ParamGroup> _parameter_groups;

            /// <param name="handle">Only 0: there are no optimizers in native code here.</param>
            protected Optimizer(nint handle)
            {
                if (handle != 0)
                    throw new NotSupportedException("optimizers in native code are not supported.");
            }

            public virtual IEnumerable<ILearningRateController> ParamGroups => _parameter_groups;

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            public virtual void zero_grad() => throw new NotSupportedException($"{GetType().Name} cannot set gradients to zero.");

            /// <summary>Adds parameters, for example of layers that were frozen until now.</summary>
            public virtual void add_param_group(ParamGroup param_group) => throw new NotSupportedException($"{GetType().Name} has no groups.");

            /// <summary>Updates the parameters once. Those without a gradient stay as they are.</summary>
            /// <param name="closure">Computes the loss anew; called first, and what it returns is returned.</param>
            public virtual Tensor step(Func<Tensor> closure = null) => throw new NotSupportedException($"{GetType().Name} makes no steps.");

            public virtual IEnumerable<Parameter> parameters() => _parameter_groups.SelectMany(group => group.Parameters);

            /// <summary>Frees what is kept for the parameters, not the parameters.</summary>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing || _parameter_groups is null)
                    return;
                foreach (var group in _parameter_groups)
                    foreach (var state in group.States.OfType<IDisposable>())
                        state.Dispose();
            }
        }
    }
}
