using TorchSharp.Native;

namespace TorchSharp;

#nullable disable // as TorchSharp declares it
public static partial class torch
{
    /// <summary>Discrete Fourier transforms. Complex results are read through <see cref="view_as_real(Tensor)"/>.</summary>
    public static class fft
    {
        public static Tensor fft_(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Aten.fft_fft.Call(input, Length(n), dim, Name(norm));

        public static Tensor ifft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Aten.fft_ifft.Call(input, Length(n), dim, Name(norm));

        public static Tensor rfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Aten.fft_rfft.Call(input, Length(n), dim, Name(norm));

        public static Tensor irfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Aten.fft_irfft.Call(input, Length(n), dim, Name(norm));

        public static Tensor hfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Aten.fft_hfft.Call(input, Length(n), dim, Name(norm));

        public static Tensor ihfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            Aten.fft_ihfft.Call(input, Length(n), dim, Name(norm));

        public static Tensor fft2(Tensor input, long[] s = null, long[] dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Aten.fft_fft2.Call(input, s, dim ?? Arg.Default, Name(norm));

        public static Tensor fftn(Tensor input, long[] s = null, long[] dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Aten.fft_fftn.Call(input, s, dim, Name(norm));

        public static Tensor ifft2(Tensor input, long[] s = null, long[] dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Aten.fft_ifft2.Call(input, s, dim ?? Arg.Default, Name(norm));

        public static Tensor ifftn(Tensor input, long[] s = null, long[] dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Aten.fft_ifftn.Call(input, s, dim, Name(norm));

        public static Tensor rfft2(Tensor input, long[] s = null, long[] dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Aten.fft_rfft2.Call(input, s, dim ?? Arg.Default, Name(norm));

        public static Tensor rfftn(Tensor input, long[] s = null, long[] dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Aten.fft_rfftn.Call(input, s, dim, Name(norm));

        public static Tensor irfft2(Tensor input, long[] s = null, long[] dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Aten.fft_irfft2.Call(input, s, dim ?? Arg.Default, Name(norm));

        public static Tensor irfftn(Tensor input, long[] s = null, long[] dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Aten.fft_irfftn.Call(input, s, dim, Name(norm));

        public static Tensor hfft2(Tensor input, long[] s = null, long[] dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Aten.fft_hfft2.Call(input, s, dim ?? Arg.Default, Name(norm));

        public static Tensor hfftn(Tensor input, long[] s = null, long[] dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Aten.fft_hfftn.Call(input, s, dim, Name(norm));

        public static Tensor ihfft2(Tensor input, long[] s = null, long[] dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Aten.fft_ihfft2.Call(input, s, dim ?? Arg.Default, Name(norm));

        public static Tensor ihfftn(Tensor input, long[] s = null, long[] dim = null, FFTNormType norm = FFTNormType.Backward) =>
            Aten.fft_ihfftn.Call(input, s, dim, Name(norm));

        /// <summary>The zero frequency moves to the middle.</summary>
        public static Tensor fftshift(Tensor input, long[] dim = null) => Aten.fft_fftshift.Call(input, dim);

        public static Tensor ifftshift(Tensor input, long[] dim = null) => Aten.fft_ifftshift.Call(input, dim);

        /// <summary>The frequencies of the <paramref name="n"/> results of <see cref="fft_"/> for samples <paramref name="d"/> apart.</summary>
        public static Tensor fftfreq(long n, double d = 1, ScalarType? dtype = null, Device device = null, bool requires_grad = false) =>
            WithGrad(Aten.fft_fftfreq.Call(n, d, dtype, Arg.None, InitializeDevice(device)), requires_grad);

        public static Tensor rfftfreq(long n, double d = 1, ScalarType? dtype = null, Device device = null, bool requires_grad = false) =>
            WithGrad(Aten.fft_rfftfreq.Call(n, d, dtype, Arg.None, InitializeDevice(device)), requires_grad);

        private static Arg Length(long n) => n < 0 ? Arg.None : n;

        private static string Name(FFTNormType norm) => norm switch
        {
            FFTNormType.Backward => "backward",
            FFTNormType.Forward => "forward",
            FFTNormType.Ortho => "ortho",
            _ => throw new ArgumentOutOfRangeException(nameof(norm), norm, null),
        };
    }
}
