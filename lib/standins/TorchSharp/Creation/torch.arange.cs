using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Numbers from start to before stop; int64 where all three are integers, the default dtype otherwise.</summary>
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        WithGrad(Aten.arange_start_step.Call(start, stop, step, dtype ?? DtypeOf(start, stop, step), Arg.None, DeviceOrDefault(device)),
            requires_grad);

    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary>Evenly spaced from start to end, both included.</summary>
    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        WithGrad(Aten.linspace.Call(start, end, steps, dtype, Arg.None, DeviceOrDefault(device)), requires_grad);

    /// <summary>Powers of the base whose exponents are evenly spaced from start to end, both included.</summary>
    public static Tensor logspace(double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        WithGrad(Aten.logspace.Call(start, end, steps, @base, dtype, Arg.None, DeviceOrDefault(device)), requires_grad);

    /// <summary>Ones on the diagonal, zeros elsewhere; square where no number of columns is given.</summary>
    public static Tensor eye(long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null)
    {
        Names.Refuse(names);
        return WithGrad(Aten.eye_m.Call(rows, columns == -1 ? rows : columns, dtype, Arg.None, DeviceOrDefault(device)), requires_grad);
    }
}
