using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Kit.Display.Files;

/// <summary>Makes what a folder lists survive a loss of power.</summary>
public static class DurableFolder
{
    /// <summary>Creates a folder, and those above it that are missing, so that each is still there after a crash.</summary>
    public static void Create(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        var parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))!;
        Create(parent);
        Directory.CreateDirectory(folder);
        Flush(parent);
    }

    /// <summary>
    /// Flushes the folder's list of names to the disk: only then is a file that was created, renamed or removed in it so after a crash too
    /// (fsync(2): flushing a file does not flush the folder that names it).
    /// </summary>
    public static void Flush(string folder)
    {
        // NTFS journals names itself, and Windows flushes no folders.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // .NET flushes any handle but opens none of a folder.
        using var handle = new SafeFileHandle(OpenNative(folder, flags: 0), ownsHandle: true);
        // A folder that one may write but not list cannot be opened; its names are then flushed when the system does.
        if (!handle.IsInvalid)
        {
            RandomAccess.FlushToDisk(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int OpenNative([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
