using System.Text.RegularExpressions;

namespace Infra.Tests.Systems;

public sealed partial class SystemPageTests
{
    private static readonly string Folder = Repository.PathOf("docs/systems");
    private static readonly string Page = File.ReadAllText(Path.Combine(Folder, "idp-server.md"));

    [Test]
    public void Every_requirement_has_its_line_once()
    {
        string[] rows =
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
        ];

        Assert.That(Rows().Select(row => row.Id), Is.EqualTo(rows));
    }

    [Test]
    public void Every_line_names_tests_that_exist()
    {
        var known = Fixtures();

        using (Assert.EnterMultipleScope())
            foreach (var row in Rows())
                Assert.That(Quoted(row.Tests), Is.Not.Empty.And.SubsetOf(known), row.Id);
    }

    [Test]
    public void Every_resource_of_the_table_is_in_the_plan_of_a_stack()
    {
        var plans = new[] { "prod", "dev" }
            .Select(stack => File.ReadAllText(Repository.PathOf($"Infra.Tests/Stacks/{stack}.verified.txt")))
            .SelectMany(plan => Name().Matches(plan))
            .Select(name => name.Value)
            .ToHashSet(StringComparer.Ordinal);

        using (Assert.EnterMultipleScope())
            foreach (var row in Rows())
                Assert.That(Quoted(row.Built).Where(IsResource), Is.SubsetOf(plans), row.Id);
    }

    [Test]
    public void The_number_of_alarms_is_that_of_the_plan()
    {
        var prod = File.ReadAllText(Repository.PathOf("Infra.Tests/Stacks/prod.verified.txt"));
        var alarms = Alarm().Matches(prod).Count(alarm => !alarm.Value.Contains("idp-server-deploy-", StringComparison.Ordinal));

        Assert.That(Rows().Single(row => row.Id == "O3").Built, Does.StartWith($"{alarms} alarms "));
    }

    [Test]
    public void Every_link_leads_somewhere()
    {
        using (Assert.EnterMultipleScope())
            foreach (Match link in Link().Matches(Page))
                Assert.That(Path.Exists(Path.Combine(Folder, link.Groups[1].Value)), Is.True, link.Value);
    }

    private static IEnumerable<string> Ids(string letter, int count) =>
        Enumerable.Range(1, count).Select(number => $"{letter}{number}");

    private static IEnumerable<(string Id, string Built, string Tests)> Rows() =>
        from line in Page.Split('\n')
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
