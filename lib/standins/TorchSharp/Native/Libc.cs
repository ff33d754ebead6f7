using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>What .NET has no call of its own for.</summary>
[ExcludeFromCodeCoverage(Justification = "coverlet cannot measure an assembly in which it meets the local functions that are generated for these")]
internal static partial class Libc
{
    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int setenv(string name, string value, int overwrite);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint dlopen(string path, int flags);

    [LibraryImport("libc")]
    public static partial nint dlerror();
}
