namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What follows the sum in a plain recurrent cell.</summary>
        public enum NonLinearities
        {
            ReLU = 0,
            Tanh = 1,
        }
    }
}
