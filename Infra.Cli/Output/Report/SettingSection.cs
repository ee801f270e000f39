using Infra.Cli.Stacks;

namespace Infra.Cli.Output.Report;

/// <summary>The settings in force, as <c>infra config</c> prints them: value, where it comes from, what is allowed.</summary>
internal sealed class SettingSection(ReportPage page) : ReportSection(page, "settings", "Settings")
{
    /// <inheritdoc/>
    protected override string Lead =>
        $"{Words.Count(Report.Settings.Count(setting => !IsDefault(setting)), "setting")} of {Report.Settings.Count} set in the stack file, the others are defaults.";

    /// <inheritdoc/>
    protected override void Body(Html html)
    {
        if (Report.Settings.Count > 0)
            Settings(html);
        if (!Report.Configuration.IsEmpty)
            Configuration(html);
    }

    private static bool IsDefault(Setting setting) => setting.Source.Contains("default", StringComparison.Ordinal);

    private void Settings(Html html)
    {
        Tables.Filter(
            html,
            "setting-table",
            "Settings",
            "key, value, place",
            "Set by",
            ("set", "The stack file"),
            ("default", "Defaults")
        );
        Tables.Head(html, "setting-table", "Settings in force", "Setting", "Value", "Comes from", "Allowed");
        foreach (var group in Report.Settings.GroupBy(setting => setting.Path.Split('.', ':')[0]))
        {
            html.Open("tbody");
            foreach (var setting in group)
                Row(html, setting);
            html.Close().Line();
        }
        html.Close().Line();
    }

    private static void Row(Html html, Setting setting)
    {
        html.Open("tr", ("data-kind", IsDefault(setting) ? "default" : "set"));
        html.Open("th", ("scope", "row"));
        var last = setting.Path.LastIndexOf('.') + 1;
        html.Add("span", setting.Path[..last], ("class", "dim")).Text(setting.Path[last..]);
        if (setting.Description.Length > 0)
            html.Add("p", setting.Description);
        html.Close();
        html.Add("td", setting.Text, ("data-label", "Value"), ("class", IsDefault(setting) ? "value" : "value set"));
        html.Add("td", setting.Source, ("data-label", "Comes from"), ("class", "dim"));
        html.Add("td", setting.Allowed, ("data-label", "Allowed"), ("class", "dim"));
        html.Close();
    }

    private void Configuration(Html html)
    {
        html.Add("h3", "Configuration");
        Tables.Head(html, "configuration-table", "Further configuration", "Key", "Value", "Set in");
        html.Open("tbody");
        foreach (var entry in Report.Configuration)
        {
            html.Open("tr").Add("th", entry.Key, ("scope", "row"));
            html.Add("td", entry.Display, ("data-label", "Value"), ("class", "value"));
            html.Add("td", entry.Source, ("data-label", "Set in"), ("class", "dim")).Close();
        }
        html.Close().Close().Line();
    }
}
