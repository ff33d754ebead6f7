namespace TorchSharp;

public static partial class torch
{
    public static readonly Device CPU = new(DeviceType.CPU);
    public static readonly Device META = new(DeviceType.META);
    private static volatile Device s_defaultDevice = CPU;

    /// <summary>The first CUDA device; whether there is one says <see cref="cuda.is_available"/>.</summary>
    public static Device CUDA { get; } = new(DeviceType.CUDA, 0);

    public static Device device(string description) => new(description);

    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    public static Device device(int index) => new(index);

    /// <summary>Where new tensors lie that are not told where.</summary>
    public static Device get_default_device() => s_defaultDevice;

    public static void set_default_device(Device device) => s_defaultDevice = InitializeDevice(device);

    public static void set_default_device(string device) => set_default_device(new Device(device));

    public static bool cuda_is_available() => cuda.is_available();

    /// <summary>Whether this machine can hold tensors on such a device.</summary>
    public static bool TryInitializeDeviceType(DeviceType deviceType) => deviceType switch
    {
        DeviceType.CPU or DeviceType.META => true,
        DeviceType.CUDA => cuda.is_available(),
        _ => false,
    };

    /// <exception cref="InvalidOperationException">This machine, or its libtorch, has no such device.</exception>
    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (!TryInitializeDeviceType(deviceType))
            throw new InvalidOperationException($"this machine, or its libtorch, has no device of type {deviceType}.");
    }

    /// <summary>The device that is meant: the default one where none is given.</summary>
    /// <exception cref="InvalidOperationException">This machine, or its libtorch, has no such device.</exception>
    public static Device InitializeDevice(Device? device)
    {
        if (device is null)
            return s_defaultDevice;
        InitializeDeviceType(device.type);
        return device;
    }

    private static Device DeviceOrDefault(Device? device) => InitializeDevice(device);
}
