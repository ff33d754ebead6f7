using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Parameters and persistent buffers by name: all parameters first, then all buffers, then other names of shared ones.</summary>
            /// <returns>The tensors themselves, not copies.</returns>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                string Key(string key) => string.IsNullOrEmpty(prefix) ? key : $"{prefix}.{key}";
                foreach (var (key, parameter) in named_parameters())
                    destination.TryAdd(Key(key), parameter);
                foreach (var (key, buffer) in named_buffers(include_nonpersistent: false))
                    destination.TryAdd(Key(key), buffer);
                foreach (var (child, module) in named_children())
                    module.state_dict(destination, Key(child));
                return destination;
            }

            /// <summary>Copies values into the parameters and buffers. Either everything that was asked for is copied, or nothing.</summary>
            /// <param name="strict">Whether both sides must have the same names.</param>
            /// <param name="skip">Names that are left alone and need not be there.</param>
            /// <exception cref="InvalidOperationException">Names differ and <paramref name="strict"/> is set; the message lists them.</exception>
            /// <exception cref="ArgumentException">A shape differs; the message names the tensor.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(Dictionary<string, Tensor> source,
                bool strict = true, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(source);
                skip ??= [];
                var destination = state_dict();
                List<string> unexpected = [.. source.Keys.Where(k => !skip.Contains(k) && !destination.ContainsKey(k))];
                List<string> missing = [.. destination.Keys.Where(k => !skip.Contains(k) && !source.ContainsKey(k))];
                if (strict && missing.Count + unexpected.Count > 0)
                    throw new InvalidOperationException("the state_dict does not fit the module;" + Listing(" it lacks ", missing)
                        + Listing(" the module lacks ", unexpected));
                var shared = destination.Keys.Where(k => !skip.Contains(k) && source.ContainsKey(k)).ToList();
                foreach (var key in shared)
                    CheckShape(key, destination[key].shape, source[key].shape);
                using var off = no_grad();
                foreach (var key in shared)
                    Aten.copy_.InPlace(destination[key], source[key]);
                return (missing, unexpected);
            }

            internal static void CheckShape(string key, long[] own, long[] given)
            {
                if (!own.AsSpan().SequenceEqual(given))
                    throw new ArgumentException(
                        $"'{key}' has the shape [{string.Join(", ", own)}] in the module and [{string.Join(", ", given)}] in what is loaded.");
            }

            private static string Listing(string what, List<string> keys) =>
                keys.Count == 0 ? "" : what + string.Join(", ", keys.Select(k => $"'{k}'")) + ";";
        }
    }
}
