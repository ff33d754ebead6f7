using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A device and its index; -1 where there is only one or the current one is meant.</summary>
    public class Device
    {
        /// <param name="description"><c>cpu</c>, <c>cuda</c>, <c>cuda:0</c>, <c>meta</c> …</param>
        /// <exception cref="ArgumentException">No device has this name.</exception>
        public Device(string description)
        {
            ArgumentNullException.ThrowIfNull(description);
            var colon = description.IndexOf(':', StringComparison.Ordinal);
            type = Parse(colon < 0 ? description : description[..colon]);
            index = colon < 0 ? type == DeviceType.CUDA ? 0 : -1
                : int.TryParse(description.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n
                : throw new ArgumentException($"'{description}' names no device: after the colon stands its number, as in cuda:0.", nameof(description));
        }

        public Device(string deviceType, int index = -1)
            : this(Parse(deviceType), index)
        {
        }

        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = deviceType == DeviceType.CUDA && index < 0 ? 0 : index;
        }

        public Device(int index)
            : this(DeviceType.CUDA, index)
        {
        }

        public DeviceType type { get; }

        public int index { get; }

        /// <summary>Type and index in one integer, as shim.cpp reads it.</summary>
        internal long Packed => ((long)type << 16) | (ushort)(short)index;

        public static implicit operator Device(string description) => new(description);

        public override string ToString() =>
            type == DeviceType.CUDA || index >= 0 ? $"{Name}:{index}" : Name;

        private string Name => type.ToString().ToLowerInvariant();

        private static DeviceType Parse(string name) =>
            Enum.GetValues<DeviceType>().Cast<DeviceType?>().FirstOrDefault(t => string.Equals(t.ToString(), name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"'{name}' names no device; cpu, cuda and cuda:0 do.", nameof(name));
    }
}
