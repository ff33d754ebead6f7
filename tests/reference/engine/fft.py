"""Reference values of Fourier transforms. Complex numbers are pairs of real ones in the last dimension."""
import torch

from cases import WIDE, case, draw, write

def real(x):
    return torch.view_as_real(x)


def pairs(x):
    return torch.view_as_complex(x)


case("view_as_complex", lambda a: real(pairs(a)), draw(2, 3, 2), dtypes=WIDE)
case("fft", lambda a: real(torch.fft.fft(a)), draw(2, 5), dtypes=WIDE)
case("fft of complex numbers", lambda a: real(torch.fft.fft(pairs(a), 4, 0, "ortho")), draw(3, 2, 2), dtypes=WIDE)
case("ifft", lambda a: real(torch.fft.ifft(pairs(a), norm="forward")), draw(5, 2), dtypes=WIDE)
case("rfft", lambda a: real(torch.fft.rfft(a)), draw(2, 6), dtypes=WIDE)
case("rfft padded", lambda a: real(torch.fft.rfft(a, 8)), draw(6), dtypes=WIDE)
case("irfft", lambda a: torch.fft.irfft(pairs(a)), draw(4, 2), dtypes=WIDE, grad=False)
case("irfft of rfft", lambda a: torch.fft.irfft(torch.fft.rfft(a), 5), draw(5), dtypes=WIDE)
case("hfft", lambda a: torch.fft.hfft(pairs(a)), draw(4, 2), dtypes=WIDE, grad=False)
case("ihfft", lambda a: real(torch.fft.ihfft(a).resolve_conj()), draw(6), dtypes=WIDE)
case("fft2", lambda a: real(torch.fft.fft2(a)), draw(3, 4), dtypes=WIDE)
case("ifft2", lambda a: real(torch.fft.ifft2(pairs(a))), draw(3, 4, 2), dtypes=WIDE)
case("rfft2", lambda a: real(torch.fft.rfft2(a)), draw(3, 4), dtypes=WIDE)
case("irfft2", lambda a: torch.fft.irfft2(pairs(a)), draw(3, 3, 2), dtypes=WIDE, grad=False)
case("hfft2", lambda a: torch.fft.hfft2(pairs(a)), draw(3, 3, 2), dtypes=WIDE, grad=False)
case("ihfft2", lambda a: real(torch.fft.ihfft2(a).resolve_conj()), draw(3, 4), dtypes=WIDE)
case("fftn", lambda a: real(torch.fft.fftn(a)), draw(2, 3, 2), dtypes=WIDE)
case("fftn sizes", lambda a: real(torch.fft.fftn(a, (4, 2), (0, 1))), draw(3, 3), dtypes=WIDE)
case("ifftn", lambda a: real(torch.fft.ifftn(pairs(a))), draw(2, 3, 2), dtypes=WIDE)
case("rfftn", lambda a: real(torch.fft.rfftn(a)), draw(2, 3, 2), dtypes=WIDE)
case("irfftn", lambda a: torch.fft.irfftn(pairs(a)), draw(2, 3, 2), dtypes=WIDE, grad=False)
case("hfftn", lambda a: torch.fft.hfftn(pairs(a)), draw(2, 3, 2), dtypes=WIDE, grad=False)
case("ihfftn", lambda a: real(torch.fft.ihfftn(a).resolve_conj()), draw(2, 4), dtypes=WIDE)
case("fftshift", lambda a: torch.fft.fftshift(a), draw(2, 5), dtypes=WIDE)
case("ifftshift", lambda a: torch.fft.ifftshift(a, 1), draw(2, 5), dtypes=WIDE)
case("fftfreq", lambda: torch.fft.fftfreq(5, 0.5), dtypes=("float64",), grad=False)
case("rfftfreq", lambda: torch.fft.rfftfreq(5, dtype=torch.float64), dtypes=("float64",), grad=False)
write()
