using System.Runtime.InteropServices;

namespace Engine.Tests.IO;

/// <summary>PyTorch's own format, which the lower-case <c>save</c> and <c>load</c> take.</summary>
public sealed class ArchiveTests
{
    [Fact]
    public void A_tensor_comes_back_from_an_archive()
    {
        using var folder = new TemporaryFolder();
        var path = folder.At("größe.pt");
        using var written = arange(6, dtype: ScalarType.Float64).view(2, 3);
        save(written, path);
        Assert.Equal("PK"u8.ToArray(), File.ReadAllBytes(path)[..2]);
        using var read = load(path);
        Assert.Equal([2, 3], read.shape);
        Assert.Equal([0, 1, 2, 3, 4, 5], read.data<double>().ToArray());
    }

    [Fact]
    public void An_archive_cut_off_anywhere_is_an_exception()
    {
        using var folder = new TemporaryFolder();
        var path = folder.At("whole.pt");
        using (var written = ones(3))
            written.save(path);
        var whole = File.ReadAllBytes(path);
        for (var length = 0; length < whole.Length; length += 61)
        {
            File.WriteAllBytes(folder.At("cut.pt"), whole[..length]);
            Assert.Throws<ExternalException>(() => Tensor.load(folder.At("cut.pt")));
        }

        Assert.Throws<FileNotFoundException>(() => load(folder.At("nothing.pt")));
        using var tensor = ones(3);
        Assert.Throws<ExternalException>(() => tensor.save(folder.At("no", "such", "folder.pt")));
    }
}
