using System.Xml.Linq;

namespace Report.Tests.Pages;

/// <summary>A page as a tree. It is XML but for its first line, and what its styles and scripts hold.</summary>
internal sealed class PageText
{
    public PageText(string page)
    {
        Source = page;
        Root = XDocument.Parse(WithoutCode(page), LoadOptions.PreserveWhitespace).Root!;
    }

    public string Source { get; }

    public XElement Root { get; }

    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The picture.</summary>
    public XElement Drawing => Root.Descendants(Svg + "svg").First();

    public IEnumerable<XElement> All(string tag) => Root.Descendants(tag);

    public XElement Id(string id) => Root.Descendants().Single(element => element.Attribute("id")?.Value == id);

    /// <summary>The article of a resource.</summary>
    public XElement Article(string name) => All("article").Single(article => article.Element("h3")!.Value == name);

    /// <summary>The line of a resource or component in the tree.</summary>
    public XElement Row(string name) =>
        All("a").Single(link => (string?)link.Attribute("role") == "treeitem" && Class(link, "name")?.Value == name);

    public static XElement? Class(XElement above, string name) =>
        above.Descendants().FirstOrDefault(element => ((string?)element.Attribute("class") ?? "").Split(' ').Contains(name));

    /// <summary>What lies between the first opening tag and the next closing one, all of them.</summary>
    public IEnumerable<string> Code(string tag)
    {
        var (open, close) = ($"<{tag}>", $"</{tag}>");
        for (var at = Source.IndexOf(open, StringComparison.Ordinal); at >= 0; )
        {
            var end = Source.IndexOf(close, at, StringComparison.Ordinal);
            yield return Source[(at + open.Length)..end];
            at = Source.IndexOf(open, end, StringComparison.Ordinal);
        }
    }

    private string WithoutCode(string page)
    {
        var rest = page["<!DOCTYPE html>".Length..];
        foreach (var code in Code("style").Concat(Code("script")))
            rest = rest.Replace(code, "", StringComparison.Ordinal);
        return rest;
    }
}
