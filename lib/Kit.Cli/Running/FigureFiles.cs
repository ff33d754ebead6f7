using System.Text;
using System.Text.Json.Nodes;
using Kit.Display.Files;
using Kit.Notebooks.Format;

namespace Kit.Cli.Running;

/// <summary>The static pictures of an executed notebook, as files.</summary>
public static class FigureFiles
{
    /// <summary>Writes each picture to <c>cell-id.svg</c> (or <c>.png</c>), <c>cell-id-2.svg</c> where a cell shows more than one.</summary>
    /// <returns>the files, in order of appearance</returns>
    public static IReadOnlyList<string> Write(Notebook notebook, string folder)
    {
        // Those of an earlier run; whatever else a person keeps there is not ours.
        foreach (var old in Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Where(IsPicture) : [])
        {
            File.Delete(old);
        }

        var files = new List<string>();
        foreach (var cell in notebook.CodeCells)
        {
            var count = 0;
            foreach (var (ending, content) in cell.Outputs.Select(output => PictureOf(cell, output)).Where(picture => picture.Content.Length > 0))
            {
                count++;
                Directory.CreateDirectory(folder);
                var file = Path.Combine(folder, (count == 1 ? cell.Id : $"{cell.Id}-{count}") + ending);
                AtomicFile.Write(file, content);
                files.Add(file);
            }
        }

        return files;
    }

    private static bool IsPicture(string file) => Path.GetExtension(file) is ".svg" or ".png";

    private static (string Ending, byte[] Content) PictureOf(NotebookCell cell, JsonNode? output) => output?["data"] switch
    {
        JsonObject data when data["image/svg+xml"] is { } svg => (".svg", Encoding.UTF8.GetBytes(MultilineText.Join(svg))),
        JsonObject data when data["image/png"] is { } png => (".png", Decode(cell, MultilineText.Join(png))),
        _ => ("", []),
    };

    private static byte[] Decode(NotebookCell cell, string base64)
    {
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException cause)
        {
            throw new NotebookFormatException($"The cell with the id {cell.Id} shows a PNG picture that is not base64: mend what shows it.", cause);
        }
    }
}
