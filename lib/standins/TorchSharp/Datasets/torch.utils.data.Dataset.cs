namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>Items of several named tensors.</summary>
            public abstract class Dataset : Dataset<Dictionary<string, Tensor>>;
        }
    }
}
