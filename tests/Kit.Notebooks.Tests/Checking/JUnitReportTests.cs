using System.Xml.Linq;
using Kit.Notebooks.Checking;
using Kit.Notebooks.Format;
using Kit.TestSupport;

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

    [Fact]
    public void A_check_report_becomes_a_suite_with_one_case_per_code_cell()
    {
        var notebook = Notebook.Create();
        notebook.AddMarkdown("x");
        notebook.AddCode("Run();", "run").Outputs.Add(Outputs.Stream("stdout", "1"));
        var fresh = notebook.Clone();
        fresh.Cells[1].Outputs[0] = Outputs.Stream("stdout", "2");
        using var folder = new TemporaryFolder();
        JUnitReport.Write(folder.At("report.xml"), [NotebookComparer.Compare(notebook, fresh, new CompareOptions { Name = "00-start" }).ToSuite()]);
        var cases = XDocument.Load(folder.At("report.xml")).Descendants("testcase").ToList();
        Assert.Equal(["cell 2 (run): Run();", "notebook"], cases.Select(item => (string?)item.Attribute("name")));
        Assert.Contains("stored 1, fresh 2", cases[0].Element("failure")!.Value, StringComparison.Ordinal);
        Assert.Null(cases[1].Element("failure"));
    }
}
