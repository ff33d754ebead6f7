using Kit.Notebooks.Format;

namespace Kit.Notebooks.Export;

/// <summary>One notebook on its way to a page; texts still hold the marks of their formulas.</summary>
internal sealed class SitePage(string name, Notebook notebook)
{
    /// <summary>The notebook's name, with its folder where it has one: <c>exercises/01-bandits</c>.</summary>
    public string Name { get; } = name;

    public Notebook Notebook { get; } = notebook;

    public string File => Name + ".html";

    /// <summary>The way back to the site's folder: empty, <c>../</c>, …</summary>
    public string Root => string.Concat(Enumerable.Repeat("../", Name.Count(c => c == '/')));

    public string Title { get; set; } = name;

    public string Summary { get; set; } = "";

    public string Content { get; set; } = "";

    public List<(int Level, string Id, string Html)> Headings { get; } = [];

    /// <summary>What a reader has to spend, from <c>metadata.kit.cost</c>.</summary>
    public string Cost => JsonText.String((Notebook.Metadata["kit"] as System.Text.Json.Nodes.JsonObject)?["cost"]) ?? "";
}
