namespace Standins.Tests.PublicApi;

public class PublicApiPrinterTests
{
    [Fact]
    public void Each_rule_of_the_notation_is_kept()
    {
        string[] expected =
        [
            "## abstract class : class List<T>, interface IDisposable where T : class, new()",
            "protected NotationSample()",
            "protected virtual int[,] Grid(string[]? labels)",
            "public Dictionary<string, object?>? Notes { get; init; }",
            "public T this[string key, int @in] { get; }",
            "public abstract string? Name { get; protected set; }",
            "public const string Text = \"a\"",
            "public override string ToString()",
            "public static (long fan, (int, string? inner)) Fans(ref int count, out double rest, params string[] names)",
            "public static NotationSample<T> operator -(NotationSample<T> left, double right)",
            "public static TValue Pick<TKey, TValue>(Func<TKey, TValue?> by, TKey? key = null, int? n = null, double eps = 1E-08, char c = 'L')"
                + " where TKey : struct, IConvertible where TValue : IEnumerable<TKey>",
            "public static explicit operator int(NotationSample<T> sample)",
            "public static readonly int[] Table",
            "public void @int()",
            "public void Dispose()",
            "public void Leave(bool? quiet = [Optional], DateTime when = default(DateTime), StringComparison how = Ordinal)",
        ];

        Assert.Equal(
            expected.Select(line => "Standins.Tests.PublicApi.NotationSample<T>\t" + line),
            PublicApiPrinter.Print([typeof(NotationSample<>)], nullableReferences: true));
    }

    [Fact]
    public void Question_marks_of_references_are_left_out_for_packages_that_have_none()
    {
        var lines = PublicApiPrinter.Print([typeof(NotationSample<>)], nullableReferences: false);
        Assert.Contains(lines, l => l.EndsWith("\tpublic Dictionary<string, object> Notes { get; init; }", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("int? n = null", StringComparison.Ordinal));
    }

    [Fact]
    public void Extension_methods_start_with_this()
    {
        Assert.Contains(
            "System.Linq.Enumerable\tpublic static int Count<TSource>(this IEnumerable<TSource> source)",
            PublicApiPrinter.Print([typeof(Enumerable)], nullableReferences: false));
    }

    [Fact]
    public void Flags_that_combine_others_are_written_with_their_names()
    {
        string[] expected = ["## enum : ", "Both = Up | Down", "Down = 2", "None = 0", "Up = 1"];
        Assert.Equal(
            expected.Select(line => "Standins.Tests.PublicApi.NotationSample<T>.Direction\t" + line),
            PublicApiPrinter.Print([typeof(NotationSample<>.Direction)], nullableReferences: false));
    }

    [Theory]
    [InlineData("N.Leaf\tpublic override void F(int x)", true)]
    [InlineData("N.Leaf\tprotected override void G()", true)]
    [InlineData("N.Leaf\tpublic override string ToString()", true)]
    [InlineData("N.Leaf\tpublic override void H()", false)] // cannot be overridden there
    [InlineData("N.Leaf\tpublic override void F(long x)", false)]
    [InlineData("N.Leaf\tpublic void F(int x)", false)]
    public void What_is_inherited_may_be_overridden(string line, bool fits)
    {
        var listing = new ReferenceListing(
        [
            "N.Root\t## abstract class : ",
            "N.Root\tpublic virtual void F(int x)",
            "N.Root\tpublic void H()",
            "N.Middle<T>\t## abstract class : class Root",
            "N.Middle<T>\tprotected abstract void G()",
            "N.Leaf\t## class : class Middle<int>",
        ]);
        Assert.Equal(fits, listing.Has(line));
    }

    [Theory]
    [InlineData("N.A\t## class : interface IOne", true)] // a subset of the interfaces
    [InlineData("N.A\t## class : interface IOne, interface IThree", false)]
    [InlineData("N.A\t## struct : interface IOne", false)]
    [InlineData("N.A\t## static class : ", false)] // the real one has a constructor
    [InlineData("N.S\t## static class : ", true)]
    [InlineData("N.B\t## class : ", false)] // lost its base class
    [InlineData("N.B\t## class : class Base<int, string>", true)]
    [InlineData("N.C<T>\t## class : interface IOne<T> where T : Base, new()", true)] // constraints of the real one stand behind each base
    [InlineData("N.C<T>\t## class : interface IOne<T>", false)]
    [InlineData("N.C<T>\t## class : interface IOne<T> where T : class", false)]
    [InlineData("N.D<T>\t## class :  where T : class", true)] // nothing there tells them
    [InlineData("N.A\tpublic A(int x)", true)]
    [InlineData("N.A\tpublic A(int y)", false)]
    public void A_declaration_may_leave_out_interfaces_and_nothing_else(string line, bool fits)
    {
        var listing = new ReferenceListing(
        [
            "N.A\t## class : interface IOne, interface ITwo<K, V>",
            "N.A\tpublic A(int x)",
            "N.S\t## class : ",
            "N.S\tpublic static void F()",
            "N.B\t## class : class Base<int, string>, interface IOne",
            "N.C<T>\t## class : interface IOne<T> where T : Base, new(), interface ITwo<T> where T : Base, new(), interface IThree",
            "N.D<T>\t## class : ",
        ]);
        Assert.Equal(fits, listing.Has(line));
    }
}
