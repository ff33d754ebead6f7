using System.Text.Json.Nodes;

namespace Kit.Display.Tests;

public class FormatterTests
{
    public static TheoryData<object?, string> Scalars => new()
    {
        { null, "<null>" }, { "a\nb", "a\nb" }, { true, "True" }, { 42, "42" }, { 0.1 + 0.2, "0.30000000000000004" }, { 0.1f, "0.1" }, { 1e21, "1E+21" },
        { double.NaN, "NaN" }, { 12.50m, "12.50" }, { 'x', "x" }, { new DateTime(2024, 3, 1), "2024-03-01" }, { new DateTime(2024, 3, 1, 14, 5, 6), "2024-03-01 14:05:06" },
        { TimeSpan.FromSeconds(90), "00:01:30" }, { DayOfWeek.Friday, "Friday" }, { typeof(Dictionary<string, int?>), "Dictionary<string, int?>" },
        { new[] { 1, 2, 3 }, "[1, 2, 3]" }, { Array.Empty<int>(), "[]" }, { new[] { "a", "b\"" }, "[\"a\", \"b\\\"\"]" }, { (1, "x"), "(1, \"x\")" },
        { new List<double[]> { new[] { 0.5 }, new[] { 1.0, 2.0 } }, "[[0.5], [1, 2]]" }, { new int?[] { 1, null }, "[1, null]" },
        { new { A = 1, B = new[] { 2 } }, "{ A = 1, B = [2] }" }, { new Point(1, 2.5), "Point { X = 1, Y = 2.5 }" },
        { new[,] { { 1, 2 }, { 3, 4 } }, "[[1, 2],\n [3, 4]]" }, { new object(), "object" }, { Task.FromResult(5), "Task<int>, completed: 5" }, { Task.CompletedTask, "Task, completed" },
        { new InvalidOperationException("outer", new ArgumentException("inner")), "InvalidOperationException: outer\ncaused by ArgumentException: inner" },
        { (Func<int, string>)(_ => ""), "Func<int, string>" },
    };

    [Theory]
    [MemberData(nameof(Scalars))]
    public void Values_have_a_plain_text(object? value, string expected)
    {
        var bundle = Formatter.Format(value);
        Assert.Equal(expected, bundle.Text("text/plain"));
        Assert.Equal("text/plain", bundle.Data[^1].Key);
    }

    [Fact]
    public void Rows_of_records_are_a_table()
    {
        var bundle = Formatter.Format(new[] { new Point(1, 2.5), new Point(10, -3) });
        Assert.Equal(" X    Y\n 1  2.5\n10   -3", bundle.Text("text/plain"));
        Assert.Equal(["text/html", "text/plain"], bundle.Data.Select(entry => entry.Key));
        Assert.Equal("<table>\n<thead><tr><th style=\"text-align:right\">X</th><th style=\"text-align:right\">Y</th></tr></thead>\n<tbody>\n"
            + "<tr><td style=\"text-align:right\">1</td><td style=\"text-align:right\">2.5</td></tr>\n<tr><td style=\"text-align:right\">10</td><td style=\"text-align:right\">-3</td></tr>\n</tbody>\n</table>", bundle.Text("text/html"));
    }

    [Fact]
    public void Dictionaries_tuples_and_anonymous_types_are_tables_too()
    {
        Assert.Equal("Key  Value\na        1", Formatter.Format(new Dictionary<string, int> { ["a"] = 1 }).Text("text/plain"));
        Assert.Equal("Item1  Item2\n    1  x", Formatter.Format(new List<(int, string)> { (1, "x") }).Text("text/plain"));
        Assert.Equal("Name  Score\nPPO     0.5", Formatter.Format(new[] { new { Name = "PPO", Score = 0.5 } }.Where(_ => true)).Text("text/plain"));
    }

    [Fact]
    public void Long_tables_say_how_many_rows_are_left_out()
    {
        var text = Formatter.Format(Enumerable.Range(0, 50).Select(i => new { I = i }).ToList()).Text("text/plain")!;
        Assert.Equal(22, text.Split('\n').Length);
        Assert.EndsWith("\n19\n… 30 more", text);
    }

    [Fact]
    public void Endless_sequences_end()
    {
        Assert.EndsWith("… more]", Formatter.Format(Naturals()).Text("text/plain"));
        Assert.EndsWith("… more", Formatter.Format(Naturals().Select(i => new { I = i })).Text("text/plain"));

        static IEnumerable<int> Naturals()
        {
            for (var i = 0; ; i++)
                yield return i;
        }
    }

    [Fact]
    public void Markup_in_values_is_text()
    {
        var html = Formatter.Format(new[] { new { A = "<script>alert('x')</script> & \"q\"" } }).Text("text/html")!;
        Assert.DoesNotContain("<script", html);
        Assert.Contains("&lt;script&gt;", html);
        Assert.Contains("&amp; &quot;q&quot;", html);
    }

    [Fact]
    public void What_throws_becomes_a_text_that_says_so()
    {
        Assert.Equal("<threw NotSupportedException: no text>", Formatter.Format(new Throwing()).Text("text/plain"));
        Assert.Equal("Partly { Good = 1, Bad = <threw InvalidOperationException: no value> }", Formatter.Format(new Partly()).Text("text/plain"));
        Assert.Contains("<threw InvalidOperationException: no value>", Formatter.Format(new[] { new Partly() }).Text("text/plain"));
        Assert.Equal("<Failing: threw InvalidOperationException: bundle>", Formatter.Format(new Failing()).Text("text/plain"));
        Assert.Contains("threw FormatException: broken off", Formatter.Format(Broken()).Text("text/plain"));

        static IEnumerable<int> Broken()
        {
            yield return 1;
            yield return 2;
            throw new FormatException("broken off");
        }
    }

    [Fact]
    public void Circles_end()
    {
        var node = new Node();
        node.Next = node;
        Assert.Equal("Node { Next = Node { Next = Node { Next = Node { Next = … } } } }", Formatter.Format(node).Text("text/plain"));
    }

    [Fact]
    public void Unfinished_tasks_say_that_an_await_is_missing()
    {
        var pending = new TaskCompletionSource<double>().Task;
        Assert.Equal("Task<double>, still running: write await before it to see its result", Formatter.Format(pending).Text("text/plain"));
        Assert.Equal("Task<int>, threw TimeoutException: late", Formatter.Format(Task.FromException<int>(new TimeoutException("late"))).Text("text/plain"));
    }

    [Fact]
    public void The_formatter_source_convention_is_honoured_by_name()
    {
        var bundle = Formatter.Format(new Derived());
        Assert.Equal(["text/html", "text/markdown", "text/plain"], bundle.Data.Select(entry => entry.Key));
        Assert.Equal("<i>7</i>", bundle.Text("text/html"));
    }

    [Fact]
    public void A_bundle_of_its_own_wins_over_the_formatter_source()
    {
        var bundle = Formatter.Format(new Both());
        Assert.Equal(["application/x+json", "text/html", "text/plain"], bundle.Data.Select(entry => entry.Key));
        Assert.Equal(1, (int)bundle.Data[0].Value["a"]!);
        Assert.Equal("own text", bundle.Text("text/plain"));
    }

    [Fact]
    public void Any_enumerable_of_keys_and_values_makes_a_bundle()
    {
        Assert.Equal("**b**", Formatter.Format(new Loose()).Text("text/markdown"));
        Assert.Equal("loose", Formatter.Format(new Loose()).Text("text/plain"));
    }

    [Fact]
    public void The_newest_registered_formatter_wins_also_for_derived_types()
    {
        Formatter.Register<Animal>(animal => new MimeBundle().With("text/plain", "an animal"));
        Assert.Equal("an animal", Formatter.Format(new Dog()).Text("text/plain"));
        Formatter.Register<Animal>(animal => new MimeBundle().With("text/html", "<b>newer</b>"));
        Assert.Equal("<b>newer</b>", Formatter.Format(new Dog()).Text("text/html"));
        Assert.Equal("text/plain", Formatter.Format(new Dog()).Data[^1].Key);
    }

    private sealed record Point(int X, double Y);

    private class Animal;

    private sealed class Dog : Animal;

    private sealed class Throwing
    {
        public override string ToString() => throw new NotSupportedException("no text");
    }

    private sealed class Partly
    {
        public int Good => 1;

        public int Bad => throw new InvalidOperationException("no value");
    }

    private sealed class Failing
    {
        public MimeBundle ToMimeBundle() => throw new InvalidOperationException("bundle");
    }

    private sealed class Node
    {
        public Node? Next { get; set; }
    }

    [TypeFormatterSource(typeof(Source), PreferredMimeTypes = ["text/html"])]
    private class Base
    {
        public int Number => 7;

        public override string ToString() => "plain";
    }

    private sealed class Derived : Base;

    private sealed class Both : Base
    {
        public Dictionary<string, object> ToMimeBundle() => new Dictionary<string, object>
        {
            ["application/x+json"] = new JsonObject { ["a"] = 1 },
            ["text/html"] = "<p>",
            ["text/plain"] = "own text",
        };
    }

    private sealed class Loose
    {
        public IEnumerable<(string, string)> ToMimeBundle() => [("text/markdown", "**b**")];

        public override string ToString() => "loose";
    }

    /// <summary>A library's own attribute, recognised by its name alone.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    private sealed class TypeFormatterSourceAttribute(Type source) : Attribute
    {
        public Type Source { get; } = source;

        public string[] PreferredMimeTypes { get; set; } = [];
    }

    private sealed class Source
    {
        public IEnumerable<object> CreateTypeFormatters() => [new One("text/markdown", "*"), new One("text/html", "i"), new One("text/nothing", null)];
    }

    private sealed class One(string mimeType, string? mark)
    {
        public string MimeType { get; } = mimeType;

        public bool Format(object value, TextWriter writer)
        {
            writer.Write(mark == "i" ? $"<i>{((Base)value).Number}</i>" : mark);
            return mark is not null;
        }
    }
}
