using System.Text.Json.Nodes;
using Kit.Display;
using Kit.Notebooks.Format;

namespace Kit.Notebooks.Tests.Format;

public class OutputsTests
{
    private static JsonArray Appended(params JsonObject[] outputs)
    {
        var list = new JsonArray();
        foreach (var output in outputs)
        {
            Outputs.Append(list, output);
        }

        return list;
    }

    [Fact]
    public void Text_of_one_stream_that_follows_directly_is_one_output()
    {
        var list = Appended(Outputs.Stream("stdout", "a"), Outputs.Stream("stdout", "b\n"), Outputs.Stream("stderr", "c"), Outputs.Stream("stdout", "d"));
        Assert.Equal(["a" + "b\n", "c", "d"], list.Select(output => (string?)output!["text"]));
    }

    [Fact]
    public void Text_on_both_sides_of_a_figure_stays_apart()
    {
        var list = Appended(Outputs.Stream("stdout", "a"), Outputs.DisplayData(new MimeBundle().With("text/plain", "x")), Outputs.Stream("stdout", "b"));
        Assert.Equal(["stream", "display_data", "stream"], list.Select(Outputs.Kind));
    }

    [Theory]
    [InlineData("10 %\r50 %\r100 %\n", "100 %\n")]
    [InlineData("long line\rno", "nong line")]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("ab\bc", "ac")]
    [InlineData("\b\bx", "x")]
    [InlineData("half\r", "half\r")]
    [InlineData("plain", "plain")]
    public void A_carriage_return_overwrites_the_line(string written, string shown) => Assert.Equal(shown, Outputs.Overwrite(written));

    [Fact]
    public void A_progress_bar_that_arrives_in_pieces_ends_as_its_last_state()
    {
        var list = Appended(Outputs.Stream("stdout", "1 of 2\r"), Outputs.Stream("stdout", "2 of 2\r"), Outputs.Stream("stdout", "done  \n"));
        Assert.Equal("done  \n", (string?)Assert.Single(list)!["text"]);
    }

    [Theory]
    [InlineData("", new string[0])]
    [InlineData("a", new[] { "a" })]
    [InlineData("a\n", new[] { "a\n" })]
    [InlineData("a\r\nb\rc\u2028d\u0085", new[] { "a\r\n", "b\r", "c\u2028", "d\u0085" })]
    [InlineData("\n\n", new[] { "\n", "\n" })]
    public void Lines_are_cut_where_Python_cuts_them(string text, string[] lines) => Assert.Equal(lines, MultilineText.Split(text));
}
