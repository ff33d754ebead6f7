namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>A collection whose items are found by their number.</summary>
            public abstract class Dataset<T> : IDisposable
            {
                public abstract long Count { get; }

                public abstract T GetTensor(long index);

                public void Dispose()
                {
                    Dispose(true);
                    GC.SuppressFinalize(this);
                }

                protected virtual void Dispose(bool disposing)
                {
                }
            }
        }
    }
}
