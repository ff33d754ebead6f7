#nullable disable // an optimizer's optional tensors are null
using TorchSharp.Native;

namespace TorchSharp.Modules;

/// <summary>The tensors that an optimizer keeps: outside of any dispose scope, on their parameter's device, of its shape.</summary>
internal static unsafe class StateTensors
{
    /// <summary>A tensor like the parameter, with one value everywhere.</summary>
    public static torch.Tensor Like(torch.Tensor parameter, double value = 0)
    {
        using var off = new GradModeGuard(false);
        var result = Aten.clone.Call(parameter).DetachFromDisposeScope();
        Aten._foreach_zero_.Run((torch.Tensor[])[result]);
        if (value != 0)
            Aten._foreach_add__Scalar.Run((torch.Tensor[])[result], value);
        return result;
    }

    public static void Move(ref torch.Tensor tensor, torch.Device device)
    {
        if (tensor is null)
            return;
        using var before = tensor;
        tensor = Aten.to_device.Call(before, device, (torch.ScalarType)before.Info.Dtype).DetachFromDisposeScope();
    }

    /// <summary>Puts a copy in the place of a tensor.</summary>
    public static void Copy(ref torch.Tensor tensor, torch.Tensor source, torch.Tensor parameter)
    {
        if (source is not null && !source.shape.SequenceEqual(parameter.shape))
            throw new ArgumentException($"The state is of a parameter of shape [{string.Join(", ", source.shape)}], not [{string.Join(", ", parameter.shape)}].", nameof(source));
        var copy = source is null ? null
            : Aten.to_device.Call(source, DeviceOf(parameter), (torch.ScalarType)source.Info.Dtype, false, true).DetachFromDisposeScope();
        tensor?.Dispose();
        tensor = copy;
    }

    /// <summary>TorchSharp's form: element type, number of dimensions and sizes as variable-length integers, then the elements.</summary>
    public static void Save(BinaryWriter writer, torch.Tensor tensor)
    {
        using var off = new GradModeGuard(false);
        using var here = Aten.to_device.Call(tensor, new torch.Device(DeviceType.CPU), (torch.ScalarType)tensor.Info.Dtype);
        using var dense = here.Stored();
        var info = dense.Info;
        writer.Write7BitEncodedInt64(info.Dtype);
        writer.Write7BitEncodedInt64(info.Dim);
        foreach (var size in dense.shape)
            writer.Write7BitEncodedInt64(size);
        var left = info.Numel * info.ItemSize;
        for (var at = left > 0 ? (byte*)dense.DataPointer() : null; left > 0;)
        {
            var piece = (int)Math.Min(left, 1 << 20);
            writer.Write(new ReadOnlySpan<byte>(at, piece));
            at += piece;
            left -= piece;
        }
    }

    public static void SaveOptional(BinaryWriter writer, torch.Tensor tensor)
    {
        writer.Write(tensor is not null);
        if (tensor is not null)
            Save(writer, tensor);
    }

    /// <summary>Reads what <see cref="Save"/> wrote; it must fit the parameter.</summary>
    /// <exception cref="InvalidDataException">It does not.</exception>
    /// <exception cref="EndOfStreamException">The stream ends too early.</exception>
    public static void Load(BinaryReader reader, ref torch.Tensor tensor, torch.Tensor parameter)
    {
        var dtype = reader.Read7BitEncodedInt64();
        if (dtype != parameter.Info.Dtype)
            throw new InvalidDataException($"The state holds elements of type {(torch.ScalarType)dtype}, its parameter {parameter.dtype}.");
        var shape = parameter.shape;
        if (reader.Read7BitEncodedInt64() != shape.Length)
            throw new InvalidDataException($"The state's number of dimensions is not that of its parameter, {shape.Length}.");
        foreach (var size in shape)
            if (reader.Read7BitEncodedInt64() is var found && found != size)
                throw new InvalidDataException($"The state has a size of {found} where its parameter, of shape [{string.Join(", ", shape)}], has {size}.");
        using var read = Aten.empty.Call(shape, parameter.dtype);
        var left = read.Info.Numel * read.Info.ItemSize;
        for (var at = left > 0 ? (byte*)read.DataPointer() : null; left > 0;)
        {
            var piece = (int)Math.Min(left, 1 << 20);
            reader.BaseStream.ReadExactly(new Span<byte>(at, piece));
            at += piece;
            left -= piece;
        }

        Copy(ref tensor, read, parameter);
    }

    public static void LoadOptional(BinaryReader reader, ref torch.Tensor tensor, torch.Tensor parameter)
    {
        if (reader.ReadBoolean())
        {
            Load(reader, ref tensor, parameter);
            return;
        }

        tensor?.Dispose();
        tensor = null;
    }

    public static bool Close(torch.Tensor one, torch.Tensor other)
    {
        if (one is null || other is null)
            return one is null && other is null;
        if (!one.shape.SequenceEqual(other.shape))
            return false;
        using var scope = torch.NewDisposeScope();
        var (a, b) = (Numbers(one), Numbers(other));
        for (var i = 0; i < a.Length; i++)
            if (!(Math.Abs(a[i] - b[i]) <= 1e-8 + 1e-5 * Math.Abs(b[i])))
                return false;
        return true;
    }

    private static double[] Numbers(torch.Tensor tensor)
    {
        var here = Aten.contiguous.Call(Aten.to_device.Call(tensor.detach(), new torch.Device(DeviceType.CPU), torch.ScalarType.Float64));
        return here.Info.Numel == 0 ? [] : new ReadOnlySpan<double>(here.DataPointer(), checked((int)here.Info.Numel)).ToArray();
    }

    private static torch.Device DeviceOf(torch.Tensor tensor)
    {
        var info = tensor.Info;
        return new torch.Device((DeviceType)info.DeviceType, info.DeviceIndex);
    }
}
