namespace TorchSharp.Native;

/// <summary>A BLAS as it describes itself.</summary>
/// <param name="Name">Library and version, for example <c>OpenBLAS 0.3.21</c>, or <c>reference BLAS</c>.</param>
/// <param name="Kernel">The processor that its kernels are written for, for example <c>Haswell</c>; empty where it does not say.</param>
/// <param name="Threading"><c>openmp</c>, <c>pthread</c>, <c>serial</c>, or what else is known.</param>
internal sealed record BlasLibrary(string Name, string Kernel, string Threading)
{
    /// <summary>Whether it is the implementation that nobody made fast.</summary>
    public bool IsReference => Name == "reference BLAS";
}
