using System.Text;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Writes <see cref="state_dict"/> to a file in TorchSharp's format.</summary>
            /// <param name="skip">Names that are left out.</param>
            public Module save(string location, IList<string>? skip = null)
            {
                using var stream = File.Create(location);
                return save(stream, skip);
            }

            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <summary>Writes to a stream, which stays open.</summary>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
                return save(writer, skip);
            }

            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                writer.Flush();
                StateDictFile.Write(writer.BaseStream, [.. sd.Where(e => skip?.Contains(e.Key) != true).Select(e => (e.Key, e.Value))]);
            }

            /// <summary>Reads parameters and buffers from a file in TorchSharp's format. A load that fails changes nothing.</summary>
            /// <param name="strict">Whether the file must hold exactly the module's names.</param>
            /// <param name="skip">Names that are left alone.</param>
            /// <param name="loadedParameters">Is told of every name in the file: true where it was loaded.</param>
            /// <exception cref="ArgumentException">The file does not fit the module.</exception>
            public virtual Module load(string location, bool strict = true, IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null)
            {
                using var stream = File.OpenRead(location);
                return load(stream, strict, skip, loadedParameters);
            }

            public virtual Module load(BinaryReader reader, bool strict = true, IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null)
            {
                var targets = state_dict();
                HashSet<string> missing = [.. targets.Keys.Except(skip ?? [])];
                Tensor? Target(string key)
                {
                    missing.Remove(key);
                    return targets.GetValueOrDefault(key);
                }

                try
                {
                    StateDictFile.Read(reader.BaseStream, Target, strict, skip, targets.Count, loadedParameters);
                }
                catch (ArgumentException e) when (strict && missing.Count > 0 && e.Message.Contains("sizes", StringComparison.Ordinal))
                {
                    throw new ArgumentException($"{e.Message} The file lacks {string.Join(", ", missing.Select(k => $"'{k}'"))}.", e);
                }

                return this;
            }

            /// <summary>Reads from a stream, which stays open.</summary>
            public Module load(Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
                return load(reader, strict, skip, loadedParameters);
            }
        }
    }
}
