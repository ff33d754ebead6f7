namespace TorchSharp;

public static partial class TensorExtensionMethods
{
    /// <summary>Writes a tensor in TorchSharp's own format: element type, shape, elements.</summary>
    public static void Save(this torch.Tensor tensor, BinaryWriter writer) => Save(tensor, writer.BaseStream);

    public static void Save(this torch.Tensor tensor, Stream stream) => TensorFile.Write(stream, tensor);

    public static void Save(this torch.Tensor tensor, string location)
    {
        using var stream = File.Create(location);
        Save(tensor, stream);
    }

    /// <summary>Reads a tensor into one of the same element type and shape.</summary>
    /// <param name="skip">The file's tensor is passed over; the target stays as it is.</param>
    /// <exception cref="ArgumentException">The file holds another element type or shape.</exception>
    public static void Load(this torch.Tensor tensor, BinaryReader reader, bool skip = false)
    {
        if (skip)
            Skip(reader);
        else
            TensorFile.ReadInto(new TensorReader(reader.BaseStream), tensor);
    }

    /// <summary>Reads a tensor, or passes over it; then the result is null.</summary>
    public static torch.Tensor Load(BinaryReader reader, bool skip = false)
    {
        if (!skip)
            return torch.Tensor.Load(reader);
        Skip(reader);
        return null!;
    }

    /// <summary>Reads into <paramref name="tensor"/>; where that is null it becomes a new one.</summary>
    public static void Load(ref torch.Tensor? tensor, BinaryReader reader, bool skip = false)
    {
        if (skip)
            Skip(reader);
        else if (tensor is null)
            tensor = torch.Tensor.Load(reader);
        else
            tensor.Load(reader);
    }

    private static void Skip(BinaryReader reader)
    {
        var source = new TensorReader(reader.BaseStream);
        source.Skip(source.ReadHeader("the tensor").Bytes, "the tensor");
    }
}
