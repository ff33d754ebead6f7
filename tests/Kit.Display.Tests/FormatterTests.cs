using System.Globalization;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Kit.Display.Tests;

public class FormatterTests
{
    private sealed record Point(int X, double Y);

    private sealed class Plain
    {
        public string Name => "n<1>";

        public int Count => 2;

        public int Broken => throw new InvalidOperationException("no number today");
    }

    private sealed class ThrowingText
    {
        public override string ToString() => throw new FormatException("cannot be read");
    }

    private sealed class WithBundle
    {
        public Dictionary<string, object> ToMimeBundle() => new()
        {
            ["text/html"] = "<b>bold</b>",
            ["application/json"] = "{\"a\": 1}",
        };
    }

    private sealed class TuplesBundle
    {
        public IEnumerable<(string, JsonNode)> ToMimeBundle() => [("application/json", new JsonObject { ["b"] = 2 })];
    }

    // What a library writes that knows .NET Interactive's convention but has no reference to it: the name is all that counts.
    [AttributeUsage(AttributeTargets.Class)]
    private sealed class TypeFormatterSourceAttribute(Type type) : Attribute
    {
        public Type FormatterSourceType { get; } = type;

        public string[]? PreferredMimeTypes { get; set; }
    }

    [TypeFormatterSource(typeof(Source), PreferredMimeTypes = ["text/html"])]
    private sealed class Attributed;

    private sealed class Source
    {
        public IEnumerable<object> CreateTypeFormatters() => [new One("text/html", "<i>it</i>"), new One("text/latex", "it"), new One("text/plain", "it")];
    }

    private sealed class One(string mimeType, string text)
    {
        public string MimeType { get; } = mimeType;

        public bool Format(object value, TextWriter writer)
        {
            writer.Write(text);
            return true;
        }
    }

    private class Animal;

    private sealed class Dog : Animal;

    [Theory]
    [InlineData(null, "<null>")]
    [InlineData(42, "42")]
    [InlineData(0.1, "0.1")]
    [InlineData(1e300, "1E+300")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(true, "true")]
    [InlineData('c', "c")]
    [InlineData("text\nof two lines", "text\nof two lines")]
    public void Scalars_read_as_they_are_written_in_code(object? value, string text) =>
        Assert.Equal(text, Formatter.Format(value).Text("text/plain"));

    [Fact]
    public void Dates_types_and_exceptions_name_no_culture_and_no_path()
    {
        Assert.Equal("2026-11-21 13:41:00", Formatter.Format(new DateTime(2026, 11, 21, 13, 41, 0)).Text("text/plain"));
        Assert.Equal("Dictionary<String, Int32[]>", Formatter.Format(typeof(Dictionary<string, int[]>)).Text("text/plain"));
        Assert.Equal("InvalidOperationException: no", Formatter.Format(new InvalidOperationException("no")).Text("text/plain"));
    }

    [Fact]
    public void A_double_in_text_is_the_same_double_when_it_is_read_back() => Prop.ForAll<double>(value =>
        double.IsNaN(value) || double.Parse(Formatter.Format(value).Text("text/plain")!, CultureInfo.InvariantCulture).Equals(value)).QuickCheckThrowOnFailure();

    [Fact]
    public void Lists_of_scalars_are_one_line_and_long_ones_are_cut_with_their_length()
    {
        Assert.Equal("[1, 2, 3]", Formatter.Format(new[] { 1, 2, 3 }).Text("text/plain"));
        Assert.Equal("[]", Formatter.Format(Array.Empty<int>()).Text("text/plain"));
        var text = Formatter.Format(Enumerable.Range(0, 1234).ToList()).Text("text/plain")!;
        Assert.EndsWith("98, 99, … (1234 in all)]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endless_sequence_is_cut_and_not_counted()
    {
        static IEnumerable<int> Endless()
        {
            for (var i = 0; ; i++)
            {
                yield return i;
            }
        }

        Assert.EndsWith("99, …]", Formatter.Format(Endless()).Text("text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public void Records_in_a_list_become_a_table_with_a_column_a_property()
    {
        var bundle = Formatter.Format(new[] { new Point(1, 0.5), new Point(20, 2) });
        Assert.Equal("X   Y\n1   0.5\n20  2", bundle.Text("text/plain"));
        Assert.Contains("<th>X</th><th>Y</th>", bundle.Text("text/html"), StringComparison.Ordinal);
        Assert.Contains("<td>20</td><td>2</td>", bundle.Text("text/html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Tuples_and_dictionaries_become_tables_too()
    {
        Assert.Equal("Item1  Item2\n1      a", Formatter.Format(new[] { (1, "a") }).Text("text/plain"));
        Assert.Equal("Key  Value\nk    7", Formatter.Format(new Dictionary<string, int> { ["k"] = 7 }).Text("text/plain"));
    }

    [Fact]
    public void A_long_table_is_cut_after_twenty_rows_with_a_note()
    {
        var text = Formatter.Format(Enumerable.Range(0, 25).Select(i => new Point(i, i)).ToList()).Text("text/plain")!;
        Assert.Equal(22, text.Split('\n').Length);
        Assert.EndsWith("… 5 more (25 in all)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_matrix_is_written_row_by_row() =>
        Assert.Equal(" 1   2\n10  20", Formatter.Format(new[,] { { 1, 2 }, { 10, 20 } }).Text("text/plain"));

    [Fact]
    public void A_plain_object_shows_its_properties_and_what_went_wrong_with_one()
    {
        var bundle = Formatter.Format(new Plain());
        Assert.Equal("Plain { Name = n<1>, Count = 2, Broken = <InvalidOperationException while it was shown: no number today> }", bundle.Text("text/plain"));
        Assert.Contains("n&lt;1&gt;", bundle.Text("text/html"), StringComparison.Ordinal);
        Assert.DoesNotContain("n<1>", bundle.Text("text/html"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_throwing_value_is_shown_as_one_and_never_throws()
    {
        Assert.Equal("<FormatException while it was shown: cannot be read>", Formatter.Format(new ThrowingText()).Text("text/plain"));
        Assert.Contains("cannot be read", Formatter.Format(new[] { new ThrowingText() }).Text("text/plain"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_says_itself_what_it_is_by_ToMimeBundle()
    {
        var bundle = Formatter.Format(new WithBundle());
        Assert.Equal("<b>bold</b>", bundle.Text("text/html"));
        Assert.Equal(1, (int)bundle.Data.Single(entry => entry.Key == "application/json").Value["a"]!);
        Assert.NotNull(bundle.Text("text/plain"));
        Assert.Equal(2, (int)Formatter.Format(new TuplesBundle()).Data[0].Value["b"]!);
    }

    [Fact]
    public void The_old_kernels_attribute_is_honoured_by_name()
    {
        var bundle = Formatter.Format(new Attributed());
        Assert.Equal(["text/html", "text/plain"], bundle.Data.Select(entry => entry.Key));
        Assert.Equal("<i>it</i>", bundle.Text("text/html"));
    }

    [Fact]
    public void A_registered_formatter_serves_derived_types_and_the_newest_wins_unless_it_passes()
    {
        Formatter.Register<Animal>(_ => new MimeBundle().With("text/plain", "an animal"));
        Formatter.Register<Dog>(_ => null);
        Assert.Equal("an animal", Formatter.Format(new Dog()).Text("text/plain"));
        Formatter.Register<Dog>(_ => new MimeBundle().With("text/plain", "a dog"));
        Assert.Equal("a dog", Formatter.Format(new Dog()).Text("text/plain"));
        Assert.Equal("an animal", Formatter.Format(new Animal()).Text("text/plain"));
    }
}
