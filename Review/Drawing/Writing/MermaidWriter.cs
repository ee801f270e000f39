using System.Text;

namespace Review.Drawing.Writing;

/// <summary>Writes a picture as a Mermaid flowchart, which GitHub, GitLab and most editors draw: boxes as subgraphs, no layout of our own.</summary>
public static class MermaidWriter
{
    /// <summary>The flowchart.</summary>
    public static string Write(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var text = new StringBuilder();
        text.Append("---\ntitle: \"").Append(Quoted(PictureWords.Title(picture))).Append("\"\n---\nflowchart TB\n");
        Nodes(text, picture, null, "  ");
        foreach (var edge in picture.Edges)
        {
            text.Append("  ").Append(Id(edge.From)).Append(' ').Append(Arrow(edge.Kind));
            if (Label(edge) is { Length: > 0 } label)
                text.Append("|\"").Append(Quoted(label)).Append("\"|");
            text.Append(' ').Append(Id(edge.To)).Append('\n');
        }
        return text.ToString();
    }

    private static void Nodes(StringBuilder text, Picture picture, string? box, string indent)
    {
        foreach (var node in picture.In(box).Where(node => node.Kind != NodeKind.Stack))
        {
            var words = new[] { node.Title, node.Name, string.Join(" · ", node.Facts.Take(4)) }
                .Where(part => part.Length > 0)
                .Select(Quoted);
            if (node.IsCard)
            {
                var (open, close) = node.Kind == NodeKind.Copy ? ("([\"", "\"])") : ("[\"", "\"]");
                text.Append(indent).Append(Id(node.Key)).Append(open).AppendJoin("<br>", words).Append(close).Append('\n');
                continue;
            }
            text.Append(indent).Append("subgraph ").Append(Id(node.Key)).Append("[\"").AppendJoin(' ', words).Append("\"]\n");
            Nodes(text, picture, node.Key, indent + "  ");
            text.Append(indent).Append("end\n");
        }
    }

    // Routes and guards are thin, data is dotted, traffic is thick.
    private static string Arrow(EdgeKind kind) =>
        kind switch
        {
            EdgeKind.Traffic => "==>",
            EdgeKind.Data => "-.->",
            EdgeKind.Guard => "--o",
            _ => "-->",
        };

    private static string Label(Edge edge) =>
        edge.Label.Length > 0 ? edge.Label
        : edge.Kind == EdgeKind.Alarm ? "alarms"
        : edge.Kind == EdgeKind.Routing ? "routing"
        : "";

    // A letter in front: "end", "o" and "x" mean something where an id begins.
    private static string Id(string key) => $"n_{key.Replace('-', '_').Replace('.', '_')}";

    // Entities of Mermaid, which has no other way to write what its syntax uses.
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length);
        foreach (var letter in text)
            _ = letter switch
            {
                '"' => quoted.Append("#quot;"),
                '#' => quoted.Append("#35;"),
                '<' => quoted.Append("#lt;"),
                '>' => quoted.Append("#gt;"),
                '&' => quoted.Append("#amp;"),
                '`' => quoted.Append("#96;"),
                '\\' => quoted.Append("#92;"),
                < ' ' => quoted.Append(' '),
                _ => quoted.Append(letter),
            };
        return quoted.ToString();
    }
}
