#nullable disable // the real package says nothing about null here
namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                public partial class OneCycleLR
                {
                    /// <summary>The curve from one value to the next.</summary>
                    public enum AnnealStrategy
                    {
                        /// <summary>Half a period of a cosine.</summary>
                        Cos,

                        /// <summary>A line.</summary>
                        Linear,
                    }
                }
            }
        }
    }
}
