using Engine;
using Review.Drawing;
using Review.Drawing.Layouts;
using Review.Drawing.Writing;

namespace Infra.Cli.Output.Pictures;

/// <summary>A file that a picture is written to; its name says in which form.</summary>
internal sealed class PictureFile
{
    private readonly string _extension;

    private PictureFile(string? path, string extension) => (Path, _extension) = (path, extension);

    /// <summary>Where it is; nothing for standard output.</summary>
    public string? Path { get; }

    /// <summary>The file of a name; nothing and <c>-</c> are standard output, which gets Mermaid.</summary>
    /// <exception cref="InputException">The name says no form that there is, or its folder is missing.</exception>
    public static PictureFile Of(string? name)
    {
        if (name is null or "-")
            return new(null, Mermaid);
        var extension = System.IO.Path.GetExtension(name).ToLowerInvariant();
        var problems = new List<string>();
        if (extension is not (Svg or Html or Mermaid))
            problems.Add(
                $"--output: got {name}, want a name that ends in {Svg}, {Html} or {Mermaid}; the ending says how the picture is written"
            );
        problems.AddRange(WholeFile.Problems(name));
        return problems.Count == 0 ? new(name, extension) : throw new InputException("infra graph", [.. problems]);
    }

    /// <summary>The picture in the form of the file.</summary>
    public string Text(Picture picture, Theme theme) =>
        _extension switch
        {
            Mermaid => MermaidWriter.Write(picture),
            Html => HtmlWriter.Write(picture, Layout.Of(picture), theme),
            _ => SvgWriter.Write(picture, Layout.Of(picture), theme),
        };

    private const string Svg = ".svg";
    private const string Html = ".html";
    private const string Mermaid = ".mmd";
}
