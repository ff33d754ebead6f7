using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Integers from low to high - 1, int64 unless told otherwise.</summary>
    public static Tensor randint(long low, long high, Size size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(low, high, size.Shape, dtype, device, requires_grad, generator, names);

    public static Tensor randint(long high, Size size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        randint(0, high, size.Shape, dtype, device, requires_grad, generator, names);

    public static Tensor randint(long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        randint(0, high, size, dtype, device, requires_grad, generator, names);

    public static Tensor randint(long low, long high, long[] size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null, string[]? names = null)
    {
        Names.Refuse(names);
        var drawn = Aten.randint_low_generator.Call(low, high, size, generator, dtype ?? ScalarType.Int64, Arg.None, DeviceOrDefault(device));
        return WithGrad(drawn, requires_grad);
    }

    public static Tensor randint(int low, int high, int[] size, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        randint(low, high, Array.ConvertAll(size, n => (long)n), dtype, device, requires_grad, generator, names);

    public static Tensor randint(int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null) =>
        randint(0, high, Array.ConvertAll(size, n => (long)n), dtype, device, requires_grad, generator, names);

    public static Tensor randint_like(Tensor input, long low, long high, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) => input.randint_like(low, high, dtype, device, requires_grad);

    /// <summary>The integers from 0 to n - 1 in random order.</summary>
    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null) =>
        WithGrad(Aten.randperm_generator.Call(n, generator, dtype ?? ScalarType.Int64, Arg.None, DeviceOrDefault(device)), requires_grad);

    /// <summary>Writes into a tensor that there is already, in its dtype.</summary>
    public static Tensor randperm(long n, Tensor @out, Generator? generator = null)
    {
        Aten.randperm_generator_out.Run(n, generator, @out);
        return @out;
    }
}
