using System.Text.RegularExpressions;

namespace Infra.Tests.Systems;

public sealed partial class SystemPageTests
{
    private static readonly string Folder = Repository.PathOf("docs/systems");

    // The requirements of each system, and the stacks in whose plans its resources are.
    private static readonly Dictionary<string, (string[] Rows, string[] Stacks)> Systems = new()
    {
        ["idp-server"] = (
            [
                .. Ids("N", 8),
                .. Ids("K", 5),
                .. Ids("D", 9),
                .. Ids("R", 3),
                .. Ids("L", 5),
                .. Ids("C", 11),
                .. Ids("O", 5),
                .. Ids("B", 1),
                "dev, staging",
            ],
            ["prod", "dev"]
        ),
        ["web-platform"] = ([.. Ids("P", 9), "P9a", .. Ids("P", 14).Skip(9)], ["web-platform-prod", "web-platform-dev"]),
        ["neuraknot"] = ([.. Ids("NK", 9), "NK11"], ["neuraknot-prod", "neuraknot-dev"]),
        ["finsight"] = ([.. Ids("F", 12)], ["finsight-prod", "finsight-dev", "finsight-staging"]),
        ["bootstrap"] = ([.. Ids("S", 5), .. Ids("G", 6)], ["bootstrap-prod", "bootstrap-dev", "bootstrap-staging"]),
        ["taskflow"] = ([.. Ids("T", 9)], ["taskflow-prod", "taskflow-dev", "taskflow-staging"]),
    };

    private static IEnumerable<string> Pages() =>
        Directory.GetFiles(Folder, "*.md").Select(page => Path.GetFileNameWithoutExtension(page)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Pages))]
    public void Every_requirement_has_its_line_once(string system) =>
        Assert.That(Rows(system).Select(row => row.Id), Is.EqualTo(Systems[system].Rows));

    [TestCaseSource(nameof(Pages))]
    public void Every_line_names_tests_that_exist(string system)
    {
        var known = Fixtures();

        using (Assert.EnterMultipleScope())
            foreach (var row in Rows(system))
                Assert.That(Quoted(row.Tests), Is.Not.Empty.And.SubsetOf(known), row.Id);
    }

    [TestCaseSource(nameof(Pages))]
    public void Every_resource_of_the_table_is_in_the_plan_of_a_stack(string system)
    {
        var plans = Systems[system]
            .Stacks.Select(Golden)
            .SelectMany(plan => Name().Matches(plan))
            .Select(name => name.Value)
            .ToHashSet(StringComparer.Ordinal);

        using (Assert.EnterMultipleScope())
            foreach (var row in Rows(system))
                Assert.That(Quoted(row.Built).Where(IsResource), Is.SubsetOf(plans), row.Id);
    }

    [Test]
    public void The_number_of_alarms_is_that_of_the_plan()
    {
        var alarms = Alarm()
            .Matches(Golden("prod"))
            .Count(alarm => !alarm.Value.Contains("idp-server-deploy-", StringComparison.Ordinal));

        Assert.That(Rows("idp-server").Single(row => row.Id == "O3").Built, Does.StartWith($"{alarms} alarms "));
    }

    [TestCaseSource(nameof(Pages))]
    public void Every_link_leads_somewhere(string system)
    {
        using (Assert.EnterMultipleScope())
            foreach (Match link in Link().Matches(Text(system)))
                Assert.That(Path.Exists(Path.Combine(Folder, link.Groups[1].Value)), Is.True, link.Value);
    }

    private static string Text(string system) => File.ReadAllText(Path.Combine(Folder, $"{system}.md"));

    private static string Golden(string stack) => File.ReadAllText(Repository.PathOf($"Infra.Tests/Stacks/{stack}.verified.txt"));

    private static IEnumerable<string> Ids(string letter, int count) =>
        Enumerable.Range(1, count).Select(number => $"{letter}{number}");

    private static IEnumerable<(string Id, string Built, string Tests)> Rows(string system) =>
        from line in Text(system)
            .Split('\n')
            .SkipWhile(line => !line.StartsWith("| Row |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'))
        let cells = line.Split('|')
        select (cells[1].Trim(), cells[2].Trim(), cells[3].Trim());

    // Fixtures of the other test projects are found by their files, which are named after them.
    private static HashSet<string> Fixtures() =>
        new[] { "Database.Tests", "Infra.Cli.Tests" }
            .SelectMany(project => Directory.GetFiles(Repository.PathOf(project), "*Tests.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Concat(typeof(SystemPageTests).Assembly.GetTypes().Where(HasTests).Select(type => type.Name))
            .ToHashSet(StringComparer.Ordinal);

    private static bool HasTests(Type type) =>
        type.GetMethods().Any(method => method.GetCustomAttributes(inherit: false).Any(attribute => attribute is NUnitAttribute));

    private static List<string> Quoted(string cell) => [.. Code().Matches(cell).Select(code => code.Groups[1].Value)];

    // Settings, tags and the like have another form.
    private static bool IsResource(string code) =>
        !code.Contains('=') && !code.Contains('.') && !code.StartsWith("infra ", StringComparison.Ordinal);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"[\w./-]+")]
    private static partial Regex Name();

    [GeneratedRegex("aws:cloudwatch/metricAlarm:MetricAlarm idp-server-[a-z0-9-]+")]
    private static partial Regex Alarm();

    [GeneratedRegex(@"\]\(([^)#:]+)\)")]
    private static partial Regex Link();
}
