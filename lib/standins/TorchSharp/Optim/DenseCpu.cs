using TorchSharp.Native;

namespace TorchSharp.Modules;

/// <summary>Updates that are computed here, element by element in the tensors' own memory, without libtorch.</summary>
internal static unsafe class DenseCpu
{
    /// <summary>Below this many elements a second thread costs more than it saves.</summary>
    private const long Grain = 1 << 16;

    /// <summary>How many elements both have; -1 where they are not both dense, on the CPU and of the same 32-bit or 64-bit type.</summary>
    public static long Length(torch.Tensor parameter, torch.Tensor gradient, out torch.ScalarType dtype)
    {
        var info = parameter.Info;
        dtype = (torch.ScalarType)info.Dtype;
        return dtype is torch.ScalarType.Float32 or torch.ScalarType.Float64 && Dense(info) && Matches(gradient.Info, info.Numel, dtype) ? info.Numel : -1;
    }

    public static bool Fits(torch.Tensor tensor, long count, torch.ScalarType dtype, out nint data)
    {
        var fits = Matches(tensor.Info, count, dtype);
        data = fits && count > 0 ? (nint)tensor.DataPointer() : 0;
        return fits;
    }

    /// <summary>A parameter's memory; autograd is told that it changes, so that a graph that still needs the old values notices.</summary>
    public static nint ForWriting(torch.Tensor parameter)
    {
        var api = Api.Instance;
        api.Check(api.BumpVersion(parameter.Handle), "step");
        return (nint)parameter.DataPointer();
    }

    /// <summary>Calls the pass for all elements, on as many threads as libtorch would use.</summary>
    public static void Run(long count, Action<long, long> pass)
    {
        var pieces = (int)Math.Min(Api.Instance.GetNumThreads(), count / Grain);
        if (pieces <= 1)
            pass(0, count);
        else
            Parallel.For(0, pieces, i => pass(count * i / pieces, count * (i + 1) / pieces));
    }

    private static bool Dense(in TensorInfo info) =>
        info.DeviceType == (int)DeviceType.CPU && info.IsPlain != 0 && info.IsContiguous != 0;

    private static bool Matches(in TensorInfo info, long count, torch.ScalarType dtype) =>
        Dense(info) && info.Dtype == (int)dtype && info.Numel == count;
}
