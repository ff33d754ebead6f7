using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A tensor that <c>Save</c> wrote.</summary>
        public static Tensor Load(BinaryReader reader) => Load(reader.BaseStream);

        public static Tensor Load(Stream stream) => TensorFile.Read(new TensorReader(stream));

        public static Tensor Load(string location)
        {
            using var stream = File.OpenRead(location);
            return Load(stream);
        }

        /// <summary>Writes the elements in row-major order, little-endian, nothing else.</summary>
        public void WriteBytesToStream(Stream stream, int bufferSize = 1024) => TensorFile.WriteElements(stream, this, bufferSize);

        /// <summary>Reads the elements as <see cref="WriteBytesToStream"/> writes them. Where the stream is too short nothing changes.</summary>
        /// <exception cref="EndOfStreamException">The stream is too short.</exception>
        public void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bufferSize);
            var info = Info;
            using var read = new TensorReader(stream).ReadTensor(new TensorHeader(dtype, shape, info.Numel * info.ItemSize), "the tensor");
            TensorFile.Copy(read, this);
        }
    }

    /// <summary>A tensor whose elements are yet to be written.</summary>
    internal static Tensor EmptyOnCpu(long[] shape, ScalarType dtype) =>
        Aten.empty.Call(shape, dtype, Arg.None, new Device(DeviceType.CPU));
}
