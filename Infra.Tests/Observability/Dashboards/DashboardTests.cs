using System.Collections.Immutable;
using System.Text.Json;
using Infra.Observability.Dashboards;
using Pulumi;

namespace Infra.Tests.Observability.Dashboards;

public sealed class DashboardTests
{
    [Test]
    public async Task The_dashboard_is_named_after_the_stack_and_found_by_its_address()
    {
        Dashboard? dashboard = null;
        var run = await Sandbox.RunAsync(() => dashboard = new("idp", Args()));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One("aws:cloudwatch/dashboard:Dashboard").Inputs["dashboardName"], Is.EqualTo("idp-server"));
            Assert.That(
                dashboard!.Url,
                Is.EqualTo(
                    "https://ap-northeast-1.console.aws.amazon.com/cloudwatch/home?region=ap-northeast-1#dashboards/dashboard/idp-server"
                )
            );
        }
    }

    [Test]
    public async Task It_may_have_the_name_of_its_source()
    {
        var run = await Sandbox.RunAsync(() => _ = new Dashboard("idp", Args() with { Name = "TaskFlow-Operations" }));

        Assert.That(run.One("aws:cloudwatch/dashboard:Dashboard").Inputs["dashboardName"], Is.EqualTo("TaskFlow-Operations"));
    }

    [Test]
    public async Task It_shows_alarms_service_database_cache_edge_and_business()
    {
        var widgets = await WidgetsAsync(Args());

        Assert.That(
            widgets
                .Where(widget => Kind(widget) == "text")
                .Select(widget => widget.GetProperty("properties").GetProperty("markdown").GetString()),
            Is.EqualTo(new[] { "## Alarms", "## Service", "## Database", "## Cache", "## Edge", "## Business" })
        );
    }

    [Test]
    public async Task Pictures_are_laid_out_without_gaps_or_overlaps()
    {
        var widgets = await WidgetsAsync(Args());

        var cells = widgets.SelectMany(widget => Cells(widget)).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(cells, Is.Unique);
            Assert.That(cells.Select(cell => cell.X), Is.All.InRange(0, 23));
            Assert.That(cells, Has.Count.EqualTo(24 * (cells.Max(cell => cell.Y) + 1)));
        }
    }

    [Test]
    public async Task Graphs_name_their_metrics_with_every_dimension()
    {
        var widgets = await WidgetsAsync(Args());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Metrics(widgets, "CPU and memory (%)")[0],
                Is.EqualTo(
                    """["AWS/ECS","CPUUtilization","ClusterName","idp-server-cluster","ServiceName","idp-server-service",{"label":"CPU","stat":"Average"}]"""
                )
            );
            Assert.That(
                Metrics(widgets, "Response time (s)")[2],
                Is.EqualTo(
                    """["AWS/ApplicationELB","TargetResponseTime","LoadBalancer","app/idp-server-alb/1","TargetGroup","targetgroup/idp-server-tg/2",{"label":"p99","stat":"p99"}]"""
                )
            );
            Assert.That(
                Metrics(widgets, "Replicas behind (s)")[0],
                Is.EqualTo(
                    """["AWS/RDS","ReplicaLag","DBInstanceIdentifier","idp-server-postgresql-replica",{"label":"database-replica","stat":"Average"}]"""
                )
            );
            Assert.That(
                Metrics(widgets, "Bytes to the internet")[1],
                Is.EqualTo("""["AWS/NATGateway","BytesOutToDestination","NatGatewayId","nat-2",{"label":"1c","stat":"Sum"}]""")
            );
            Assert.That(
                Metrics(widgets, "Authentications")[1],
                Is.EqualTo("""["idp-server/application","AuthenticationFailures",{"label":"failed","stat":"Sum"}]""")
            );
        }
    }

    [Test]
    public async Task Graphs_show_minutes_from_zero_in_the_region_and_where_the_alarm_is()
    {
        var properties = Properties(await WidgetsAsync(Args()), "Running tasks");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(properties.GetProperty("view").GetString(), Is.EqualTo("timeSeries"));
            Assert.That(properties.GetProperty("region").GetString(), Is.EqualTo("ap-northeast-1"));
            Assert.That(properties.GetProperty("period").GetInt32(), Is.EqualTo(60));
            Assert.That(properties.GetProperty("stacked").GetBoolean(), Is.False);
            Assert.That(properties.GetProperty("yAxis").GetRawText(), Is.EqualTo("""{"left":{"min":0}}"""));
            Assert.That(
                properties.GetProperty("annotations").GetRawText(),
                Is.EqualTo("""{"horizontal":[{"label":"alarm","value":2}]}""")
            );
        }
    }

    [Test]
    public async Task Alarms_and_answers_of_the_log_are_pictures_too()
    {
        var widgets = await WidgetsAsync(Args());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Properties(widgets, "State").GetProperty("alarms").GetRawText(), Is.EqualTo("""["arn:a","arn:b"]"""));
            Assert.That(
                Properties(widgets, "Security events by tenant").GetProperty("query").GetString(),
                Does.StartWith("SOURCE '/ecs/idp-server' | filter log_type = \"security_event\"")
            );
        }
    }

    [Test]
    public async Task The_same_rows_always_give_the_same_text()
    {
        var (first, second) = (await BodyAsync(Args()), await BodyAsync(Args()));

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public async Task What_a_stack_does_not_have_is_not_shown()
    {
        var widgets = await WidgetsAsync(
            Args() with
            {
                Rows =
                [
                    DashboardRows.Database([AlarmCase.Databases[0]]),
                    DashboardRows.Cache([AlarmCase.Members[0] with { HasReplicas = false }]),
                    DashboardRows.Edge(AlarmCase.Balancer, null, []),
                ],
            }
        );

        Assert.That(
            widgets.Select(widget =>
                widget.GetProperty("properties").TryGetProperty("title", out var title) ? title.GetString() : null
            ),
            Has.None.EqualTo("Replicas behind (s)")
                .And.None.EqualTo("Cache replicas behind (s)")
                .And.None.EqualTo("Firewall")
                .And.None.EqualTo("Bytes to the internet")
        );
    }

    [Test]
    public async Task Empty_rows_and_pictures_are_refused()
    {
        var nothing = await Assert.ThrowsAsync<RunException>(() => BodyAsync(Args() with { Rows = [] }));
        var empty = await Assert.ThrowsAsync<RunException>(() =>
            BodyAsync(Args() with { Rows = [new("Cache"), new("Service", new MetricWidget("CPU"))] })
        );
        var many = await Assert.ThrowsAsync<RunException>(() =>
            BodyAsync(Args() with { Rows = [new("All", [.. Enumerable.Repeat(new AlarmWidget("State", []), 500)])] })
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(nothing!.Message, Does.Contain("rows: got an empty list, want one or more rows;"));
            Assert.That(
                empty!.Message,
                Does.Contain("rows.Cache: got no picture, want one or more;")
                    .And.Contain("widgets.CPU: got no metric, want one or more;")
            );
            Assert.That(many!.Message, Does.Contain("rows: got 501 pictures and headings, want 500 at most;"));
        }
    }

    private static DashboardArgs Args() =>
        new()
        {
            Context = TestStacks.Prod,
            Rows =
            [
                DashboardRows.Alarms([Output.Create("arn:a"), Output.Create("arn:b")]),
                DashboardRows.Service(AlarmCase.Service, AlarmCase.Balancer),
                DashboardRows.Database(AlarmCase.Databases),
                DashboardRows.Cache(AlarmCase.Members),
                DashboardRows.Edge(AlarmCase.Balancer, AlarmCase.Waf, AlarmCase.Gateways),
                DashboardRows.Business(AlarmCase.Counts, "/ecs/idp-server"),
            ],
        };

    private static async Task<string> BodyAsync(DashboardArgs args)
    {
        var run = await Sandbox.RunAsync(() => _ = new Dashboard("idp", args));
        return (string)run.One("aws:cloudwatch/dashboard:Dashboard").Inputs["dashboardBody"];
    }

    private static async Task<ImmutableArray<JsonElement>> WidgetsAsync(DashboardArgs args) =>
        [.. JsonDocument.Parse(await BodyAsync(args)).RootElement.GetProperty("widgets").EnumerateArray()];

    private static string? Kind(JsonElement widget) => widget.GetProperty("type").GetString();

    private static JsonElement Properties(ImmutableArray<JsonElement> widgets, string title) =>
        widgets
            .Select(widget => widget.GetProperty("properties"))
            .First(found => found.TryGetProperty("title", out var text) && text.GetString() == title);

    private static string[] Metrics(ImmutableArray<JsonElement> widgets, string title) =>
        [.. Properties(widgets, title).GetProperty("metrics").EnumerateArray().Select(metric => metric.GetRawText())];

    private static IEnumerable<(int X, int Y)> Cells(JsonElement widget)
    {
        int Number(string key) => widget.GetProperty(key).GetInt32();
        return from x in Enumerable.Range(Number("x"), Number("width"))
            from y in Enumerable.Range(Number("y"), Number("height"))
            select (x, y);
    }
}
