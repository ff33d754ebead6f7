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
                public partial class CyclicLR
                {
                    /// <summary>How the height of a cycle changes.</summary>
                    public enum Mode
                    {
                        /// <summary>Not at all.</summary>
                        Triangular,

                        /// <summary>Halved with every cycle.</summary>
                        Triangular2,

                        /// <summary>By gamma to the power of the step.</summary>
                        ExpRange,
                    }
                }
            }
        }
    }
}
