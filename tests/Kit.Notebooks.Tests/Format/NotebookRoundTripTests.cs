using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Kit.Display;
using Kit.Notebooks.Format;

namespace Kit.Notebooks.Tests.Format;

public class NotebookRoundTripTests
{
    // Whole code points, with those that line splitting, escaping and sorting care about as likely as all others together.
    private static readonly Gen<string> Text =
        Gen.OneOf(Gen.Elements("\n", "\r", "\r\n", "\t", "\u0085", "\u2028", "\u001c", "\0", "\"", "\\", "é", "😀", "～", "\u007f", "1.0", " "),
                  Gen.Choose(0x20, 0x7e).Select(code => ((char)code).ToString()))
            .ListOf().Select(string.Concat);

    private static readonly Gen<JsonNode> Json = Gen.Sized(JsonOf);

    private static readonly Gen<JsonObject> Output = Gen.OneOf(
        Text.Select(text => Outputs.Stream("stdout", text)),
        Text.Zip(Json).Select(pair => Outputs.DisplayData(new MimeBundle().WithJson("application/x+json", pair.Item2).With("text/plain", pair.Item1).With("image/png", pair.Item1))),
        Text.Zip(Gen.Choose(0, int.MaxValue)).Select(pair => Outputs.ExecuteResult(new MimeBundle().With("text/html", pair.Item1), pair.Item2)),
        Text.ListOf().Select(lines => Outputs.Error("E", "v", lines)));

    private static readonly Gen<Notebook> Notebooks = Text.Zip(Output.ListOf()).Zip(Json).ListOf().Select(cells =>
    {
        var notebook = Notebook.Create();
        foreach (var ((source, outputs), metadata) in cells)
        {
            notebook.AddMarkdown(source).Metadata["x"] = metadata.DeepClone();
            var code = notebook.AddCode(source);
            foreach (var output in outputs)
            {
                code.Outputs.Add(output.DeepClone());
            }
        }

        return notebook;
    });

    [Fact]
    public void Reading_what_was_written_gives_the_same_notebook() =>
        Prop.ForAll(Notebooks.ToArbitrary(), notebook =>
        {
            var text = notebook.ToText();
            var again = Notebook.Parse(text);
            return JsonNode.DeepEquals(notebook.Json, again.Json) && again.ToText() == text;
        }).QuickCheckThrowOnFailure();

    private static Gen<JsonNode> JsonOf(int size)
    {
        var scalar = Gen.OneOf(
            Text.Select(text => (JsonNode)JsonValue.Create(text)),
            ArbMap.Default.GeneratorFor<int>().Select(number => (JsonNode)JsonValue.Create(number)),
            ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite).Select(number => (JsonNode)JsonValue.Create(number)),
            Gen.Elements(true, false).Select(truth => (JsonNode)JsonValue.Create(truth)));
        if (size < 2)
        {
            return scalar;
        }

        var inner = JsonOf(size / 4).ListOf(size % 4);
        return Gen.OneOf(
            scalar,
            inner.Select(items => (JsonNode)new JsonArray([.. items.Select(item => item.DeepClone())])),
            Text.Zip(inner).Select(pair => (JsonNode)new JsonObject(pair.Item2.Select((item, index) => KeyValuePair.Create(pair.Item1 + index, (JsonNode?)item.DeepClone())))));
    }
}
