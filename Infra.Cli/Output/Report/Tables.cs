namespace Infra.Cli.Output.Report;

/// <summary>What the tables of the page share.</summary>
internal static class Tables
{
    /// <summary>Begins a table and writes its heading; rows follow, and somebody closes it.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="id">Its anchor, by which a filter finds it.</param>
    /// <param name="caption">What it is, for people who do not see it.</param>
    /// <param name="titles">The columns.</param>
    public static void Head(Html html, string id, string caption, params ReadOnlySpan<string> titles)
    {
        html.Open("table", ("id", id), ("class", "table")).Add("caption", caption, ("class", "hidden"));
        html.Open("thead").Open("tr");
        foreach (var title in titles)
            html.Add("th", title, ("scope", "col"));
        html.Close().Close().Line();
    }

    /// <summary>The row of controls above a table: a text, and a choice among kinds of rows.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="table">The anchor of the table.</param>
    /// <param name="what">What is filtered, for people who do not see it.</param>
    /// <param name="hint">What may be typed.</param>
    /// <param name="label">What the choice is about.</param>
    /// <param name="kinds">What may be chosen: the <c>data-kind</c> of rows, and how people say it.</param>
    public static void Filter(
        Html html,
        string table,
        string what,
        string hint,
        string label,
        params ReadOnlySpan<(string Key, string Text)> kinds
    )
    {
        html.Open("form", ("class", "tools needs-script"), ("data-filters", table), ("role", "search"), ("aria-label", what));
        html.Open("label", ("class", "grow")).Add("span", "Filter");
        html.Void("input", ("type", "search"), ("placeholder", hint), ("autocomplete", "off")).Close();
        html.Open("label").Add("span", label).Open("select").Add("option", "All", ("value", ""));
        foreach (var (key, text) in kinds)
            html.Add("option", text, ("value", key));
        html.Close().Close();
        html.Add("p", "", ("class", "found"), ("role", "status"), ("aria-live", "polite"));
        html.Close().Line();
    }
}
