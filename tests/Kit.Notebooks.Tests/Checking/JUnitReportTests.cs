using System.Xml.Linq;
using Kit.Notebooks.Checking;

namespace Kit.Notebooks.Tests.Checking;

public class JUnitReportTests
{
    [Fact]
    public void Any_character_gives_valid_XML_and_stays_visible()
    {
        var all = string.Concat(Enumerable.Range(0, 0x10000).Select(code => (char)code)) + "😀<>&\"']]>";
        var document = XDocument.Parse(JUnitReport.ToXml([new JUnitSuite(all, [new JUnitCase(all) { Failure = "\u001b[31mred\0\ud800 😀\nline 2" }])]));
        var failure = document.Descendants("failure").Single();
        Assert.Equal("\\x1B[31mred\\x00\\xD800 😀\nline 2", failure.Value);
        Assert.Equal("\\x1B[31mred\\x00\\xD800 😀", (string?)failure.Attribute("message"));
        Assert.EndsWith("😀<>&\"']]>", (string?)document.Root!.Element("testsuite")!.Attribute("name"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_suite_counts_its_cases()
    {
        var xml = JUnitReport.ToXml(
        [
            new JUnitSuite("00-start", [new JUnitCase("a") { Duration = TimeSpan.FromSeconds(1.5) }, new JUnitCase("b") { Failure = "why" }, new JUnitCase("c") { Skipped = "x" }]),
            new JUnitSuite("01-next", [new JUnitCase("d") { Duration = TimeSpan.FromSeconds(0.25) }]),
        ]);
        var root = XDocument.Parse(xml).Root!;
        Assert.Equal(("4", "1", "1", "1.750"), Counts(root));
        Assert.Equal(("3", "1", "1", "1.500"), Counts(root.Elements().First()));
        Assert.Equal(xml, JUnitReport.ToXml([.. new[] { new JUnitSuite("00-start", [new JUnitCase("a") { Duration = TimeSpan.FromSeconds(1.5) }, new JUnitCase("b") { Failure = "why" }, new JUnitCase("c") { Skipped = "x" }]), new JUnitSuite("01-next", [new JUnitCase("d") { Duration = TimeSpan.FromSeconds(0.25) }]) }]));

        static (string?, string?, string?, string?) Counts(XElement element) =>
            ((string?)element.Attribute("tests"), (string?)element.Attribute("failures"), (string?)element.Attribute("skipped"), (string?)element.Attribute("time"));
    }
}
