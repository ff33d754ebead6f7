namespace TorchSharp.Native;

internal static partial class Aten
{
    public static readonly Op fft_fft = new("aten::fft_fft");
    public static readonly Op fft_fft2 = new("aten::fft_fft2");
    public static readonly Op fft_fftfreq = new("aten::fft_fftfreq");
    public static readonly Op fft_fftn = new("aten::fft_fftn");
    public static readonly Op fft_fftshift = new("aten::fft_fftshift");
    public static readonly Op fft_hfft = new("aten::fft_hfft");
    public static readonly Op fft_hfft2 = new("aten::fft_hfft2");
    public static readonly Op fft_hfftn = new("aten::fft_hfftn");
    public static readonly Op fft_ifft = new("aten::fft_ifft");
    public static readonly Op fft_ifft2 = new("aten::fft_ifft2");
    public static readonly Op fft_ifftn = new("aten::fft_ifftn");
    public static readonly Op fft_ifftshift = new("aten::fft_ifftshift");
    public static readonly Op fft_ihfft = new("aten::fft_ihfft");
    public static readonly Op fft_ihfft2 = new("aten::fft_ihfft2");
    public static readonly Op fft_ihfftn = new("aten::fft_ihfftn");
    public static readonly Op fft_irfft = new("aten::fft_irfft");
    public static readonly Op fft_irfft2 = new("aten::fft_irfft2");
    public static readonly Op fft_irfftn = new("aten::fft_irfftn");
    public static readonly Op fft_rfft = new("aten::fft_rfft");
    public static readonly Op fft_rfft2 = new("aten::fft_rfft2");
    public static readonly Op fft_rfftfreq = new("aten::fft_rfftfreq");
    public static readonly Op fft_rfftn = new("aten::fft_rfftn");
}
