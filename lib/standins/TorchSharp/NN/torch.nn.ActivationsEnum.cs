namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The activation inside a transformer layer.</summary>
        public enum Activations
        {
            ReLU = 0,
            GELU = 1,
        }
    }
}
