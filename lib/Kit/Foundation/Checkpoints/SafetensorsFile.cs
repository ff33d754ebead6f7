using Microsoft.Win32.SafeHandles;
using static TorchSharp.torch;

namespace Kit.Foundation.Checkpoints;

/// <summary>
/// An open safetensors file: its header is read and checked, its tensors are read one by one when asked for.
/// Neither header nor metadata needs the engine.
/// </summary>
public sealed class SafetensorsFile : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly Dictionary<string, SafetensorsEntry> _entries;

    internal SafetensorsFile(string path)
    {
        Path = path;
        _file = File.OpenHandle(path);
        try
        {
            var length = RandomAccess.GetLength(_file);
            var prefix = new byte[Math.Min(length, SafetensorsFormat.Prefix)];
            Fill(prefix, 0, null);
            var json = new byte[SafetensorsHeaderReader.ReadLength(path, prefix, length)];
            Fill(json, SafetensorsFormat.Prefix, null);
            (_entries, var metadata) = SafetensorsHeaderReader.Parse(path, json, length);
            Metadata = metadata;
            Names = [.. _entries.Keys.Order(StringComparer.Ordinal)];
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The names of all tensors, in ordinal order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The header's <c>__metadata__</c>; empty where there is none.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Dtype, shape and place of a tensor.</summary>
    /// <exception cref="SafetensorsException">there is no tensor of this name</exception>
    public SafetensorsEntry this[string name] => _entries.TryGetValue(name, out var entry)
        ? entry
        : throw new SafetensorsException(Path, name, $"the file has no such tensor; it has {Names.Count}, among them {string.Join(", ", Names.Take(5))}.");

    /// <summary>A new tensor with the file's own precision; the bytes go straight into its memory.</summary>
    /// <param name="name">one of <see cref="Names"/></param>
    /// <param name="device">where it shall lie; the CPU's memory where this is null</param>
    /// <exception cref="SafetensorsException">there is no tensor of this name, or its bytes cannot be elements</exception>
    public Tensor Read(string name, Device? device = null)
    {
        var entry = this[name];
        var tensor = empty([.. entry.Shape], entry.Dtype, CPU);
        try
        {
            var at = entry.Start;
            TensorBytes.Overwrite(tensor, piece =>
            {
                Fill(piece, at, name);
                // Compiled code expects no other bytes than 0 and 1 in a Boolean.
                if (entry.Dtype == ScalarType.Bool && piece.IndexOfAnyExceptInRange((byte)0, (byte)1) is var bad and >= 0)
                {
                    throw new SafetensorsException(Path, name, $"byte {at + bad} is {piece[bad]}, no Boolean: the file is damaged; copy or download it again.");
                }

                at += piece.Length;
            });
            if (device is null || device.type == TorchSharp.DeviceType.CPU)
            {
                return tensor;
            }

            using (tensor)
            {
                return tensor.to(device);
            }
        }
        catch
        {
            tensor.Dispose();
            throw;
        }
    }

    /// <summary>Every tensor, in the CPU's memory.</summary>
    /// <exception cref="SafetensorsException">the bytes of one cannot be its elements</exception>
    public Dictionary<string, Tensor> ReadAll()
    {
        var all = new Dictionary<string, Tensor>();
        try
        {
            foreach (var name in Names)
            {
                all.Add(name, Read(name));
            }

            return all;
        }
        catch
        {
            foreach (var tensor in all.Values)
            {
                tensor.Dispose();
            }

            throw;
        }
    }

    /// <summary>Closes the file; tensors that were read stay.</summary>
    public void Dispose() => _file.Dispose();

    private void Fill(Span<byte> target, long at, string? tensor)
    {
        while (target.Length > 0)
        {
            var read = RandomAccess.Read(_file, target, at);
            if (read == 0)
            {
                throw new SafetensorsException(Path, tensor, $"the file ends at byte {at}, {target.Length} bytes too early: something cut it off while it was read.");
            }

            target = target[read..];
            at += read;
        }
    }
}
