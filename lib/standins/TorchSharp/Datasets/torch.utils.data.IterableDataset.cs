namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>Items of several tensors in a fixed order.</summary>
            public abstract class IterableDataset : Dataset<IList<Tensor>>;
        }
    }
}
