using TorchSharp.Modules;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Helpers over lists of parameters.</summary>
        public static partial class utils
        {
            /// <summary>Scales all gradients together so that their norm is at most <paramref name="max_norm"/>.</summary>
            /// <param name="norm_type">The norm's order; infinity for the largest absolute value.</param>
            /// <returns>The norm before.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                using var off = no_grad();
                using var scope = NewDisposeScope();
                var gradients = Gradients(tensors);
                if (gradients.Length == 0)
                    return 0;
                var norms = gradients.Select(g => Aten.linalg_vector_norm.Call(g, norm_type)).ToArray();
                var total = Aten.linalg_vector_norm.Call(Aten.stack.Call(norms, 0), norm_type);
                var norm = total.to_type(ScalarType.Float64).item<double>();
                // As PyTorch has it: the small number keeps a norm of zero from dividing by zero.
                var factor = max_norm / (norm + 1e-6);
                if (factor >= 1)
                    return norm;
                foreach (var gradient in gradients)
                    Aten.mul__Scalar.InPlace(gradient, factor);
                return norm;
            }

            /// <summary>Cuts every element of every gradient to [-clip_value, clip_value].</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var off = no_grad();
                using var scope = NewDisposeScope();
                foreach (var gradient in Gradients(tensors))
                    Aten.clamp_.InPlace(gradient, -clip_value, clip_value);
            }

            /// <summary>All elements of all parameters in one vector.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                var parts = tensors.Select(p => Aten.reshape.Call(p, (long[])[-1])).ToArray();
                return Aten.cat.Call(parts, 0).MoveToOuterDisposeScope();
            }

            /// <summary>Copies slices of a vector into the parameters, one after the other.</summary>
            /// <exception cref="ArgumentException">The vector has another number of elements; nothing is changed.</exception>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                using var off = no_grad();
                using var scope = NewDisposeScope();
                var all = tensors.ToList();
                var wanted = all.Sum(p => p.numel());
                if (vec.dim() != 1 || vec.numel() != wanted)
                    throw new ArgumentException($"the parameters have {wanted} elements; the vector has the shape [{string.Join(", ", vec.shape)}].", nameof(vec));
                var start = 0L;
                foreach (var parameter in all)
                {
                    var part = Aten.narrow.Call(vec, 0, start, parameter.numel());
                    Aten.copy_.InPlace(parameter, Aten.view_as.Call(Aten.contiguous.Call(part), parameter));
                    start += parameter.numel();
                }
            }

            private static Tensor[] Gradients(IEnumerable<Parameter> tensors) => [.. tensors.Select(p => p.grad).OfType<Tensor>()];
        }
    }
}
