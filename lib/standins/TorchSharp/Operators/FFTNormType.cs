namespace TorchSharp;

/// <summary>Which direction of a Fourier transform divides by the number of samples; <see cref="Ortho"/>: both by its square root.</summary>
public enum FFTNormType
{
    Backward = 0,
    Forward = 1,
    Ortho = 2,
}
