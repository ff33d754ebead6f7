#nullable disable // an optimizer's optional tensors are null
namespace TorchSharp.Modules;

/// <summary>The tensors that an optimizer keeps: outside of any dispose scope, on their parameter's device, of its shape.</summary>
internal static class StateTensors
{
    /// <summary>A tensor like the parameter, with one value everywhere.</summary>
    public static torch.Tensor Like(torch.Tensor parameter, double value = 0)
    {
        using var off = new GradModeGuard(false);
        return torch.full_like(parameter, value).DetachFromDisposeScope();
    }

    public static void Move(ref torch.Tensor tensor, torch.Device device)
    {
        if (tensor is null)
            return;
        using var before = tensor;
        tensor = before.to(device).DetachFromDisposeScope();
    }

    /// <summary>Puts a copy in the place of a tensor.</summary>
    public static void Copy(ref torch.Tensor tensor, torch.Tensor source, torch.Tensor parameter)
    {
        if (source is not null && !source.shape.SequenceEqual(parameter.shape))
            throw new ArgumentException($"The state is of a parameter of shape [{string.Join(", ", source.shape)}], not [{string.Join(", ", parameter.shape)}].", nameof(source));
        var copy = source is null ? null
            : source.to(source.dtype, parameter.device, copy: true).DetachFromDisposeScope();
        tensor?.Dispose();
        tensor = copy;
    }

    public static void Save(BinaryWriter writer, torch.Tensor tensor)
    {
        writer.Flush();
        TensorFile.Write(writer.BaseStream, tensor);
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
        var file = new TensorReader(reader.BaseStream);
        var header = file.ReadHeader("the optimizer's state");
        if (header.Dtype != parameter.dtype || !header.Shape.AsSpan().SequenceEqual(parameter.shape))
            throw new InvalidDataException($"The state holds {header}, its parameter is {parameter.dtype} [{string.Join(", ", parameter.shape)}].");
        using var read = file.ReadTensor(header, "the optimizer's state");
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
        using var scope = torch.NewDisposeScope();
        return one.shape.SequenceEqual(other.shape) && Wide(one).allclose(Wide(other));
    }

    private static torch.Tensor Wide(torch.Tensor tensor) => tensor.detach().to(torch.ScalarType.Float64, torch.CPU);
}
