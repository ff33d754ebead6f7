namespace Engine.Tests.Operators;

/// <summary>Fourier transforms. Complex numbers go in and come out as pairs of real ones in the last dimension.</summary>
public sealed class FourierTests : OperatorFamily
{
    protected override string Family => "fft";

    protected override IReadOnlyList<OperatorCase> Cases { get; } =
    [
        new("view_as_complex", t => Real(Pairs(t[0]))),
        new("fft", t => Real(torch.fft.fft_(t[0]))),
        new("fft of complex numbers", t => Real(torch.fft.fft_(Pairs(t[0]), 4, 0, FFTNormType.Ortho))),
        new("ifft", t => Real(torch.fft.ifft(Pairs(t[0]), norm: FFTNormType.Forward))),
        new("rfft", t => Real(torch.fft.rfft(t[0]))),
        new("rfft padded", t => Real(torch.fft.rfft(t[0], 8))),
        new("irfft", t => torch.fft.irfft(Pairs(t[0]))),
        new("irfft of rfft", t => torch.fft.irfft(torch.fft.rfft(t[0]), 5)),
        new("hfft", t => torch.fft.hfft(Pairs(t[0]))),
        new("ihfft", t => Real(torch.fft.ihfft(t[0]))),
        new("fft2", t => Real(torch.fft.fft2(t[0]))),
        new("ifft2", t => Real(torch.fft.ifft2(Pairs(t[0])))),
        new("rfft2", t => Real(torch.fft.rfft2(t[0]))),
        new("irfft2", t => torch.fft.irfft2(Pairs(t[0]))),
        new("hfft2", t => torch.fft.hfft2(Pairs(t[0]))),
        new("ihfft2", t => Real(torch.fft.ihfft2(t[0]))),
        new("fftn", t => Real(torch.fft.fftn(t[0]))),
        new("fftn sizes", t => Real(torch.fft.fftn(t[0], [4, 2], [0, 1]))),
        new("ifftn", t => Real(torch.fft.ifftn(Pairs(t[0])))),
        new("rfftn", t => Real(torch.fft.rfftn(t[0]))),
        new("irfftn", t => torch.fft.irfftn(Pairs(t[0]))),
        new("hfftn", t => torch.fft.hfftn(Pairs(t[0]))),
        new("ihfftn", t => Real(torch.fft.ihfftn(t[0]))),
        new("fftshift", t => torch.fft.fftshift(t[0])),
        new("ifftshift", t => torch.fft.ifftshift(t[0], [1])),
        new("fftfreq", _ => torch.fft.fftfreq(5, 0.5)),
        new("rfftfreq", _ => torch.fft.rfftfreq(5, dtype: ScalarType.Float64)),
    ];

    private static Tensor Real(Tensor x) => torch.view_as_real(x.resolve_conj());

    private static Tensor Pairs(Tensor x) => torch.view_as_complex(x);
}
