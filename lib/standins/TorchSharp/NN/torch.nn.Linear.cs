using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static Identity Identity() => new();

        public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
            new(inputSize, outputSize, hasBias, device, dtype);

        /// <summary>A linear layer with these parameters.</summary>
        public static Linear Linear(Parameter weight, Parameter? bias = null) => new(weight, bias);

        public static Bilinear Bilinear(long in1_features, long in2_features, long out_features, bool hasBias = true, Device? device = null,
            ScalarType? dtype = null) => new(in1_features, in2_features, out_features, hasBias, device, dtype);

        /// <param name="padding_idx">A row that is zero and stays so.</param>
        /// <param name="max_norm">Rows that are looked up are first scaled down to this norm.</param>
        public static Embedding Embedding(long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null,
            double norm_type = 2, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null) =>
            Modules.Embedding.Create(num_embeddings, embedding_dims, padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse, device, dtype);

        /// <param name="embeddings">The table; it is copied.</param>
        /// <param name="freeze">Whether the table gets no gradient.</param>
        public static Embedding Embedding_from_pretrained(Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null,
            double norm_type = 2, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
        {
            using var off = no_grad();
            var info = embeddings.Info;
            var copy = Native.Aten.to_device.Call(embeddings, device ?? new Device((DeviceType)info.DeviceType, info.DeviceIndex),
                dtype ?? (ScalarType)info.Dtype, false, true);
            return new Embedding(Layers.Detached(new Parameter(copy, !freeze)), padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);
        }
    }
}
