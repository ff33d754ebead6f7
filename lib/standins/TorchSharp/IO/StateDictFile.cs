using System.Text;

namespace TorchSharp;

/// <summary>
/// A module's tensors in TorchSharp's own format: the number of entries, then for each its name (length in bytes, UTF-8) and the tensor
/// as <see cref="TensorFile"/> writes it; all numbers LEB128.
/// </summary>
internal static class StateDictFile
{
    public static void Write(Stream stream, IReadOnlyList<(string Name, torch.Tensor Tensor)> entries)
    {
        Leb128.Write(stream, entries.Count);
        foreach (var (name, tensor) in entries)
        {
            var bytes = Encoding.UTF8.GetBytes(name);
            Leb128.Write(stream, bytes.Length);
            stream.Write(bytes);
            TensorFile.Write(stream, tensor);
        }
    }

    /// <summary>Reads all of a file, and only then changes the tensors it is for: a load that fails leaves them as they were.</summary>
    /// <param name="stream">Positioned at the number of entries.</param>
    /// <param name="target">The tensor of a name; null where there is none.</param>
    /// <param name="strict">Whether every entry must have a target, and <paramref name="expected"/> entries must be there.</param>
    /// <param name="skip">Names whose entries are passed over.</param>
    /// <param name="expected">How many targets there are; those named in <paramref name="skip"/> included.</param>
    /// <param name="loaded">Is told of every entry that was in the file: true where it was loaded.</param>
    /// <exception cref="ArgumentException">The file does not fit the targets.</exception>
    /// <exception cref="InvalidDataException">The file is damaged; nothing was changed.</exception>
    /// <exception cref="EndOfStreamException">The file is too short; nothing was changed.</exception>
    public static void Read(Stream stream, Func<string, torch.Tensor?> target, bool strict, ICollection<string>? skip = null,
        int? expected = null, IDictionary<string, bool>? loaded = null)
    {
        var reader = new TensorReader(stream);
        var found = new List<(torch.Tensor Read, torch.Tensor Target)>();
        try
        {
            var names = new Dictionary<string, bool>();
            var count = reader.ReadNumber("the number of entries");
            for (var i = 0L; i < count; i++)
            {
                var start = reader.Position;
                var name = reader.ReadName($"the name of entry {i} of {count}");
                var what = $"'{name}'";
                var header = reader.ReadHeader(what);
                var skipped = skip?.Contains(name) ?? false;
                var into = skipped ? null : target(name);
                if (!names.TryAdd(name, into is not null))
                    throw reader.Invalid(start, $"expected another name, found {what} again");
                if (into is null && !skipped && strict)
                    throw new ArgumentException($"Mismatched module state names: the file has an entry {what}, the target has none of this name.");
                if (into is null)
                {
                    reader.Skip(header.Bytes, what);
                    continue;
                }

                TensorFile.CheckFits(header, into, what);
                found.Add((reader.ReadTensor(header, what).DetachFromDisposeScope(), into));
            }

            CheckCount(names, strict, skip, target, expected);
            foreach (var (read, into) in found)
                TensorFile.Copy(read, into);
            foreach (var (name, was) in names)
                loaded?[name] = was;
        }
        finally
        {
            foreach (var (read, _) in found)
                read.Dispose();
        }
    }

    private static void CheckCount(Dictionary<string, bool> names, bool strict, ICollection<string>? skip, Func<string, torch.Tensor?> target,
        int? expected)
    {
        if (!strict || expected is not { } all)
            return;
        var wanted = all - (skip?.Distinct().Count(name => target(name) is not null) ?? 0);
        var there = names.Count(entry => entry.Value);
        if (there != wanted)
            throw new ArgumentException($"Mismatched state_dict sizes: expected {wanted}, but found {there} entries.");
    }
}
