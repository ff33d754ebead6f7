using System.Runtime.Versioning;
using Kit.Display.Files;
using Kit.TestSupport;

namespace Kit.Display.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.At("file.txt");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_new_content_takes_the_place_of_the_old()
    {
        AtomicFile.Write(Path, "old"u8);
        AtomicFile.Write(Path, stream =>
        {
            stream.Write("new "u8);
            Assert.Equal("old", File.ReadAllText(Path));
            stream.Write("content"u8);
        });

        Assert.Equal("new content", File.ReadAllText(Path));
        Assert.Equal([Path], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_write_that_fails_half_way_leaves_the_old_content_and_nothing_else()
    {
        AtomicFile.Write(Path, "old"u8);

        Assert.Throws<IOException>(() => AtomicFile.Write(Path, stream =>
        {
            stream.Write("half"u8);
            throw new IOException("No space left on device");
        }));

        Assert.Equal("old", File.ReadAllText(Path));
        Assert.Equal([Path], Directory.GetFileSystemEntries(_folder.Path));
    }

    [SkippableFact]
    [UnsupportedOSPlatform("windows")]
    public void Links_and_permissions_stay_what_they_were()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has other permissions, and links for few.");
        File.WriteAllText(Path, "old");
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        File.CreateSymbolicLink(_folder.At("link"), Path);

        AtomicFile.Write(_folder.At("link"), "new"u8);

        Assert.Equal("new", File.ReadAllText(Path));
        Assert.Equal(Path, new FileInfo(_folder.At("link")).LinkTarget);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead, File.GetUnixFileMode(Path));
    }
}
