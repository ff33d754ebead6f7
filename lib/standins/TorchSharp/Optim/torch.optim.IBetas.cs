namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>What has two decay rates of moving averages; the first is Adam's kind of momentum.</summary>
        public interface IBetas
        {
            (double, double) Betas { get; set; }
        }
    }
}
