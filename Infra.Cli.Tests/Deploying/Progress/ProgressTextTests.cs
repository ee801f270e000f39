using Engine.Model;
using Engine.Planning;
using Infra.Cli.Deploying.Progress;

namespace Infra.Cli.Tests.Deploying.Progress;

/// <summary>How progress reads.</summary>
public sealed class ProgressTextTests
{
    private const string Stack = "urn:pulumi:dev::idp-infra::pulumi:pulumi:Stack::idp-infra-dev";
    private const string System = "urn:pulumi:dev::idp-infra::idp:system:IdpServer::idp-server";
    private const string Data = "urn:pulumi:dev::idp-infra::idp:system:IdpServer$idp:data:TenantDatabase::idp-server";
    private const string Inner =
        "urn:pulumi:dev::idp-infra::idp:system:IdpServer$idp:data:TenantDatabase$idp:data:Replica::idp-server-replica";
    private const string Database =
        "urn:pulumi:dev::idp-infra::idp:system:IdpServer$idp:data:TenantDatabase$idp:data:Replica$aws:rds/instance:Instance::idp-server-replica";
    private const string Topic = "urn:pulumi:dev::idp-infra::idp:system:IdpServer$aws:sns/topic:Topic::idp-server-topic";
    private const string Alone = "urn:pulumi:dev::idp-infra::aws:sqs/queue:Queue::alone";

    private static readonly ComponentTree Tree = new([
        State(Stack, null, custom: false),
        State(System, Stack, custom: false),
        State(Data, System, custom: false),
        State(Inner, Data, custom: false),
        State(Database, Inner, custom: true),
        State(Topic, System, custom: true),
        State(Alone, Stack, custom: true),
    ]);

    [TestCase(Database, Data, TestName = "A_resource_belongs_to_the_component_below_the_system")]
    [TestCase(Topic, System, TestName = "A_resource_right_below_the_system_belongs_to_the_system")]
    [TestCase(Alone, null, TestName = "A_resource_below_the_stack_belongs_to_none")]
    public void Where_a_resource_belongs(string urn, string? component) => Assert.That(Tree.Of(urn), Is.EqualTo(component));

    [TestCase(Database, "aws:rds/instance:Instance", true)]
    [TestCase(Data, "idp:data:TenantDatabase", false)]
    [TestCase("urn:pulumi:dev::idp-infra::pulumi:providers:aws::aws", "pulumi:providers:aws", false)]
    [TestCase(Stack, "pulumi:pulumi:Stack", false)]
    public void Only_resources_are_counted(string urn, string type, bool counted) =>
        Assert.That(Tree.IsResource(urn, type), Is.EqualTo(counted));

    [Test]
    public void A_bar_says_how_many_are_done_what_is_worked_on_and_since_when()
    {
        var clock = new Clock();
        var component = new ComponentProgress("idp:data:TenantDatabase idp-server");
        for (var i = 0; i < 4; i++)
            component.Expect();
        component.Start("a", clock.GetTimestamp());
        component.Start(Database, clock.GetTimestamp());
        clock.Advance(TimeSpan.FromSeconds(192));
        component.End("a", failed: false);

        Assert.That(
            ProgressText.Bar(component, 36, clock).ToString(),
            Is.EqualTo(
                "idp:data:TenantDatabase idp-server    █████░░░░░░░░░░░░░░░  1/4  aws:rds:Instance idp-server-replica 3 min 12 s"
            )
        );
    }

    [Test]
    public void What_failed_stands_in_its_bar()
    {
        var component = new ComponentProgress("x");
        component.Expect();
        component.Expect();
        component.End("a", failed: true);
        component.End("b", failed: false);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(component.IsOver, Is.True);
            Assert.That(
                ProgressText.Bar(component, 1, TimeProvider.System).ToString(),
                Is.EqualTo("x  ██████████░░░░░░░░░░  1/2  1 failed")
            );
        }
    }

    [TestCase(StepOp.Create, nameof(NewsKind.Done), "+  aws:sqs:Queue alone  created (2.00 s)  1/9")]
    [TestCase(StepOp.Replace, nameof(NewsKind.Done), "+- aws:sqs:Queue alone  replaced (2.00 s)  1/9")]
    [TestCase(StepOp.Replace, nameof(NewsKind.OldDeleted), "+- aws:sqs:Queue alone  the old one is deleted")]
    [TestCase(StepOp.Delete, nameof(NewsKind.Failed), "-  aws:sqs:Queue alone  failed (2.00 s)  1/9")]
    [TestCase(StepOp.Update, nameof(NewsKind.Started), null)]
    public void What_happens_is_a_line_of_a_log(StepOp op, string kind, string? line) =>
        Assert.That(
            ProgressText.Of(new StepNews(Alone, op, Enum.Parse<NewsKind>(kind), TimeSpan.FromSeconds(2)), 1, 9)?.ToString(),
            Is.EqualTo(line)
        );

    private static ResourceState State(string urn, string? parent, bool custom) =>
        new()
        {
            Urn = urn,
            Type = Urns.Type(urn),
            Custom = custom,
            Parent = parent,
        };

    private sealed class Clock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(TimeSpan time) => _now += time.Ticks;

        public override long GetTimestamp() => _now;
    }
}
