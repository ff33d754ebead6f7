namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What is called with 2 arguments.</summary>
        public interface IModule<T1, T2, TResult>
        {
            TResult call(T1 input1, T2 input2);
        }
    }
}
