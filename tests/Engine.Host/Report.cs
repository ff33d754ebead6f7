using TorchSharp.Native;

namespace Engine.Host;

/// <summary>What the process tells the test that started it.</summary>
internal static class Report
{
    public static void Line(string name, long value) => Console.WriteLine($"{name} {value}");

    /// <summary>The most memory that was resident at any time, in bytes.</summary>
    public static long PeakResident => FromStatus("VmHWM:");

    public static long Resident => FromStatus("VmRSS:");

    public static unsafe long LiveBytes => *Api.Instance.LiveBytes;

    public static unsafe long LiveTensors => *Api.Instance.LiveTensors;

    /// <summary>Collects what nobody holds, finalizers included.</summary>
    public static void Collect()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private static long FromStatus(string name)
    {
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return 1024 * long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
