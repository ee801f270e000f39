namespace Infra.Cli.Output.Report;

/// <summary>A part of the page with a heading, that the navigation leads to.</summary>
/// <param name="page">The page it is part of.</param>
/// <param name="id">Its anchor.</param>
/// <param name="title">Its heading, and its word in the navigation.</param>
internal abstract class ReportSection(ReportPage page, string id, string title)
{
    /// <summary>Its anchor.</summary>
    public string Id { get; } = id;

    /// <summary>Its heading.</summary>
    public string Title { get; } = title;

    /// <summary>What is told.</summary>
    protected StackReport Report => Page.Report;

    /// <summary>The page it is part of.</summary>
    protected ReportPage Page { get; } = page;

    /// <summary>A line below the heading. Default: none.</summary>
    protected virtual string? Lead => null;

    /// <summary>Writes it, heading and all.</summary>
    public void Write(Html html)
    {
        html.Open("section", ("id", Id), ("aria-labelledby", $"{Id}-title"), ("class", "part")).Line();
        html.Open("header", ("class", "part-head")).Add("h2", Title, ("id", $"{Id}-title"), ("tabindex", "-1"));
        if (Lead is { } lead)
            html.Add("p", lead, ("class", "lead"));
        html.Close().Line();
        Body(html);
        html.Close().Line();
    }

    /// <summary>What stands below the heading.</summary>
    protected abstract void Body(Html html);
}
