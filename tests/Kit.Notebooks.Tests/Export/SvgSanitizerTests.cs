using System.Xml;
using Kit.Notebooks.Export;

namespace Kit.Notebooks.Tests.Export;

public class SvgSanitizerTests
{
    private const string Start = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">";

    [Fact]
    public void A_picture_without_active_content_stays_byte_for_byte() => Assert.Equal(Sample.Svg, SvgSanitizer.Clean(Sample.Svg));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<rect onload=\"alert(1)\" width=\"1\" height=\"1\"/>")]
    [InlineData("<rect OnClick=\"alert(1)\" width=\"1\" height=\"1\"/>")]
    [InlineData("<a xlink:href=\" JavaScript:alert(1)\"><text>x</text></a>")]
    [InlineData("<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">alert</p></foreignObject>")]
    [InlineData("<set attributeName=\"href\" to=\"javascript:alert(1)\"/>")]
    public void What_could_run_is_taken_out(string part)
    {
        var clean = SvgSanitizer.Clean(Start + "<circle r=\"1\"/>" + part + "</svg>");
        Assert.DoesNotContain("alert", clean, StringComparison.Ordinal);
        Assert.Contains("<circle r=\"1\"", clean, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<svg><g></svg>")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg>&a;</svg>")]
    public void What_is_not_plain_XML_is_refused(string svg) => Assert.Throws<XmlException>(() => SvgSanitizer.Clean(svg));
}
