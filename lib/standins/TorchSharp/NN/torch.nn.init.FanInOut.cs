namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <summary>Whether a layer's inputs or its outputs decide on the size of its initial weights.</summary>
            public enum FanInOut
            {
                FanIn = 0,
                FanOut = 1,
            }
        }
    }
}
