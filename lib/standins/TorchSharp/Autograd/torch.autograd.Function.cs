using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        /// <summary>An operation with a backward of its own.</summary>
        /// <typeparam name="T">The class itself.</typeparam>
        public abstract class Function<T>
        {
            /// <summary>What messages call it.</summary>
            public abstract string Name { get; }

            /// <summary>Runs forward and, where a tensor among the arguments requires a gradient, hangs backward behind its outputs.</summary>
            public static List<Tensor> apply_internal(params object[] vars)
            {
                var function = (Function<T>)(object)Activator.CreateInstance<T>()!;
                var inputs = vars.OfType<Tensor>().ToArray();
                var recorded = is_grad_enabled() && inputs.Any(input => input.requires_grad);
                var context = new AutogradContext();
                Tensor[] outputs;
                using (no_grad())
                    outputs = [.. function.Forward(context, vars)];
                if (!recorded)
                    return WithoutInputs(outputs, inputs, context);
                // Only where the tensors stood: holding them would keep the graph in a circle.
                var positions = Array.ConvertAll(vars, argument => argument is Tensor);
                var kinds = Array.ConvertAll(outputs, context.KindOf);
                context.BelongsTo(ManagedNode.Attach(function.Name, inputs, outputs, kinds, [.. context.ToSave], context.MaterializeGrads,
                    grads => function.CheckedBackward(context, positions, grads)));
                return [.. outputs];
            }

            /// <summary>An input that forward handed through is another tensor afterwards: disposing the one leaves the other.</summary>
            private static List<Tensor> WithoutInputs(Tensor[] outputs, Tensor[] inputs, AutogradContext context) =>
                [.. outputs.Select(output => inputs.Contains(output) && !context.IsDirty(output) ? output.detach() : output)];

            /// <summary>Backward's gradients, one an argument, of which libtorch wants those of tensors.</summary>
            private Tensor?[] CheckedBackward(AutogradContext context, bool[] positions, Tensor?[] grads)
            {
                var found = Backward(context, [.. grads.Select(g => g!)]);
                if (found.Count < positions.Length || found.Skip(positions.Length).Any(gradient => gradient is not null))
                    throw new InvalidOperationException(
                        $"{Name}: backward returned {found.Count} gradients for {positions.Length} arguments of forward; it must be one for each, null where there is none.");
                for (var i = 0; i < positions.Length; i++)
                    if (!positions[i] && found[i] is not null)
                        throw new InvalidOperationException($"{Name}: backward returned a gradient for argument {i} of forward, which is not a tensor.");
                return [.. found.Take(positions.Length).Where((_, i) => positions[i])];
            }

            internal abstract List<Tensor> Forward(AutogradContext context, object[] vars);

            internal abstract List<Tensor> Backward(AutogradContext context, List<Tensor> grads);
        }
    }
}
