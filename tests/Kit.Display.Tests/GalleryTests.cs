using System.Xml.Linq;
using Kit.Display.Svg;
using Kit.TestSupport;

namespace Kit.Display.Tests;

public class GalleryTests
{
    public static TheoryData<string> Names => [.. Gallery.Figures.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_figure_is_well_formed_and_the_same_every_time(string name)
    {
        var first = SvgFigure.Render(Gallery.Figures[name]);
        Assert.Equal(first, SvgFigure.Render(Gallery.Figures[name]));
        var root = XDocument.Parse(first).Root!;
        Assert.Equal("img", root.Attribute("role")!.Value);
        Assert.NotEmpty(root.Attribute("aria-label")!.Value);
        Assert.Equal(["title", "desc"], root.Elements().Take(2).Select(element => element.Name.LocalName));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_figure_needs_styles_scripts_or_anything_from_elsewhere(string name)
    {
        var all = XDocument.Parse(SvgFigure.Render(Gallery.Figures[name])).Root!.DescendantsAndSelf().ToList();
        Assert.DoesNotContain(all, element => element.Name.LocalName is "style" or "script" or "image" or "use" or "foreignObject" or "a");
        var attributes = all.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).ToList();
        Assert.DoesNotContain(attributes, attribute => attribute.Name.LocalName is "style" or "class" or "href" or "src" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain(attributes, attribute => attribute.Value.Contains("NaN") || attribute.Value.Contains('∞') || attribute.Value.Contains("Infinity"));
        Assert.All(attributes.Where(attribute => attribute.Value.StartsWith("url(", StringComparison.Ordinal)),
            attribute => Assert.Contains(all, element => "url(#" + element.Attribute("id")?.Value + ")" == attribute.Value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_text_lies_within_the_picture(string name)
    {
        var svg = new Picture(SvgFigure.Render(Gallery.Figures[name]));
        Assert.NotEmpty(svg.Texts);
        Assert.All(svg.Texts, text => Assert.True(
            text.Left >= 0 && text.Right <= svg.Width && text.Top >= 0 && text.Bottom <= svg.Height, $"{name}: '{text.Content}' at {text.Left:0}…{text.Right:0}, {text.Top:0}…{text.Bottom:0}"));
    }

    // To look at it: KIT_GALLERY=out/gallery dotnet test tests/Kit.Display.Tests
    [Fact]
    public void The_gallery_is_a_page_of_pictures_and_live_charts()
    {
        using var temporary = new TemporaryFolder();
        var kept = Environment.GetEnvironmentVariable("KIT_GALLERY");
        var folder = Directory.CreateDirectory(string.IsNullOrEmpty(kept) ? temporary.Path : Repository.At(kept));
        foreach (var (name, figure) in Gallery.Figures)
            File.WriteAllText(Path.Combine(folder.FullName, name + ".svg"), SvgFigure.Render(figure));
        var figures = Gallery.Figures.Values.Append(Gallery.Figures["boxes"]).Select(figure => FigureBundle.Create(figure).Text("text/html"));
        File.WriteAllText(Path.Combine(folder.FullName, "index.html"), $"<!DOCTYPE html><meta charset=\"utf-8\"><title>Gallery</title><body data-base-url=\"/\">{string.Join("\n", figures)}</body>");

        Assert.Equal(figures.Count(), File.ReadAllText(Path.Combine(folder.FullName, "index.html")).Split("<img ").Length - 1);
        Assert.Equal(Gallery.Figures.Count, folder.GetFiles("*.svg").Length);
    }
}
