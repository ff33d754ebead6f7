using System.Text;
using System.Text.Json.Nodes;
using Kit.Notebooks.Format;

namespace Kit.Cli.Running;

/// <summary>The static pictures of an executed notebook, as files.</summary>
public static class FigureFiles
{
    /// <summary>Writes each SVG picture to <c>cell-id.svg</c>, or <c>cell-id-2.svg</c> where a cell shows more than one.</summary>
    /// <returns>the files, in order of appearance</returns>
    public static IReadOnlyList<string> Write(Notebook notebook, string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        var files = new List<string>();
        foreach (var cell in notebook.CodeCells)
        {
            var count = 0;
            foreach (var svg in cell.Outputs.Select(output => output?["data"]?["image/svg+xml"]).OfType<JsonNode>())
            {
                count++;
                Directory.CreateDirectory(folder);
                var file = Path.Combine(folder, count == 1 ? $"{cell.Id}.svg" : $"{cell.Id}-{count}.svg");
                AtomicFile.Write(file, Encoding.UTF8.GetBytes(MultilineText.Join(svg)));
                files.Add(file);
            }
        }

        return files;
    }
}
