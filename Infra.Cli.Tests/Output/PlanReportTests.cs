using System.Collections.Immutable;
using Engine.Model;
using Engine.Planning;
using Engine.Values;
using Infra.Cli.Output;
using static Infra.Cli.Tests.Output.Plans;

namespace Infra.Cli.Tests.Output;

public sealed class PlanReportTests
{
    private const string Network = "idp:network:IdpNetwork";

    private static readonly ResourceState System = State("idp:system:IdpServer", "shop");
    private static readonly ResourceState Net = State(Network, "shop", System.Urn);
    private static readonly ResourceState Data = State("idp:data:TenantDatabase", "shop", System.Urn);
    private static readonly ResourceState Instance = State(
        Database,
        "shop-postgresql",
        Data.Urn,
        ("instanceClass", "db.t4g.micro"),
        ("multiAz", false),
        ("allocatedStorage", 20),
        ("backupRetentionPeriod", 1),
        ("storageEncrypted", false),
        ("password", new SecretValue(new StringValue("hunter2"))),
        ("tags", Map(("Name", "shop"), ("env", "dev")))
    );

    [Test]
    public void A_new_stack_is_a_tree_of_components_with_the_rest_folded() => Golden.Check(Screens.Of(NewStack()), "new-stack");

    [Test]
    public void Expanded_every_resource_shows_every_property() =>
        Golden.Check(Screens.Of(NewStack(), detail: new(Expand: true)), "new-stack-expanded");

    [Test]
    public void A_filter_shows_the_matching_types_and_the_components_above_them() =>
        Golden.Check(Screens.Of(NewStack(), filter: "aws:rds"), "new-stack-filtered");

    [Test]
    public void What_is_taken_away_stands_on_top() => Golden.Check(Screens.Of(Changes(), compares: true), "changes");

    [Test]
    public void A_diff_shows_changed_resources_property_by_property() =>
        Golden.Check(Screens.Of(Changes(), compares: true, new(Diff: true)), "changes-diff");

    [Test]
    public void An_unchanged_stack_is_folded_to_its_components() =>
        Golden.Check(Screens.Of(Of(Same(System), Same(Net), Same(Data), Same(Instance)), compares: true), "unchanged");

    [Test]
    public void A_stack_without_components_lists_its_resources() =>
        Golden.Check(
            Screens.Of(
                Of(Create(State("random:index/randomPet:RandomPet", "pet", null, ("length", 2))), Create(Named(Vpc, "main")))
            ),
            "flat"
        );

    [Test]
    public void A_secret_shows_in_no_form_of_the_report()
    {
        var changed = Instance with { Inputs = new(Instance.Inputs.Properties.SetItem("password", Secret("hunter3"))) };
        var plan = Of(Change(StepOp.Update, Instance, changed, ("password", DifferenceKind.Update)));
        foreach (var detail in new TreeDetail[] { new(), new(Diff: true), new(Expand: true) })
            Assert.That(Screens.Of(plan, true, detail), Does.Not.Contain("hunter").And.Contain("[secret]"));
    }

    [Test]
    public void A_terminal_gets_colour_and_no_row_wider_than_its_window()
    {
        var text = Screens.Of(terminal => PlanReport.Write(terminal, NewStack(), false, new()), colour: true, width: 60);
        var rows = text.Split('\n').Where(line => line.Contains("aws:ec2:Subnet", StringComparison.Ordinal));
        Assert.That(text, Does.Contain("\e[32m+\e[0m"));
        Assert.That(rows.Select(row => Bare(row).Length), Is.Not.Empty.And.All.LessThanOrEqualTo(60));
    }

    [Test]
    public void Text_that_is_not_a_terminal_holds_no_escape_sequences() =>
        Assert.That(Screens.Of(NewStack()), Does.Not.Contain('\e'));

    [Test]
    public void A_value_cannot_smuggle_escape_sequences_onto_the_screen()
    {
        var plan = Of(Create(State(Vpc, "evil\e[2J", null, ("cidrBlock", "\e]0;owned\a"))));
        Assert.That(Screens.Of(plan), Does.Not.Contain('\e').And.Not.Contain('\a'));
    }

    [Test]
    public void Many_resources_at_the_top_are_cut_with_their_number()
    {
        var plan = Of(Enumerable.Range(0, 120).Select(i => Create(Named(Vpc, $"vpc-{i}"))));
        Assert.That(Screens.Of(plan), Does.Contain("vpc-49").And.Not.Contain("vpc-50 ").And.Contain("… and 70 more"));
    }

    private static string Bare(string row) => global::System.Text.RegularExpressions.Regex.Replace(row, "\e\\[[0-9;]*m", "");

    private static ResourceState Named(string type, string name) => State(type, name, null, ("cidrBlock", "10.0.0.0/16"));

    private static SecretValue Secret(string text) => new(new StringValue(text));

    private static Plan NewStack()
    {
        var vpc = State(Vpc, "shop-vpc", Net.Urn, ("cidrBlock", "10.0.0.0/16"), ("enableDnsSupport", true));
        var subnets =
            from zone in new[] { "1a", "1c" }
            from tier in new[] { "public", "private-app", "db", "spare", "more" }
            select State(
                Subnet,
                $"shop-{tier}-{zone}",
                Net.Urn,
                ("cidrBlock", $"10.0.{(zone == "1a" ? 1 : 20)}.0/24"),
                ("availabilityZone", $"ap-northeast-{zone}"),
                ("vpcId", UnknownValue.Instance)
            ) with
            {
                PropertyDependencies = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.Add("vpcId", [vpc.Urn]),
            };
        var rule = State(
            "aws:wafv2/webAcl:WebAcl",
            "shop-waf",
            Data.Urn,
            ("scope", "REGIONAL"),
            ("rules", new object[] { Map(("name", "a"), ("priority", 1)), Map(("name", "b"), ("priority", 2)) }),
            ("ids", new object[] { UnknownValue.Instance, "two" }),
            ("empty", Array.Empty<object>())
        ) with
        {
            Protect = true,
        };
        var provider = State("pulumi:providers:aws", "default_7_48_0") with { };
        return Of([
            new()
            {
                Op = StepOp.Create,
                Urn = provider.Urn,
                New = provider,
                Internal = true,
            },
            Create(System),
            Create(Net),
            Create(vpc),
            .. subnets.Select(Create),
            Create(Data),
            Create(Instance),
            Create(State(Alarm, "shop-cpu", Data.Urn, ("threshold", 80))),
            Create(rule),
        ]) with
        {
            Diagnostics =
            [
                new(Severity.Warning, "getIpRanges is not answered offline; its result is unknown\n", Net.Urn),
                new(Severity.Info, "two lines\nof text"),
            ],
            Assumptions =
            [
                new("account", "111111111111", "Pulumi.dev.yaml"),
                new("region", "ap-northeast-1", "Pulumi.dev.yaml"),
                new("partition", "aws", "the region"),
            ],
        };
    }

    private static Plan Changes()
    {
        var encrypted = Instance with
        {
            Inputs = new(
                Instance
                    .Inputs.Properties.SetItem("storageEncrypted", Value(true))
                    .SetItem("allocatedStorage", Value(50))
                    .Remove("multiAz")
            ),
        };
        var alarm = State(Alarm, "shop-cpu", Data.Urn, ("threshold", 80), ("tags", Map(("a.b", "old")))) with
        {
            Dependencies = [Instance.Urn],
        };
        var moved = alarm with { Inputs = Map(("threshold", 90), ("tags", Map(("a.b", "new"))), ("period", 60)) };
        var subnet = State(Subnet, "shop-public-1a", Net.Urn, ("cidrBlock", "10.0.1.0/24"));
        var table = State("aws:dynamodb/table:Table", "shop-carts", Data.Urn);
        return Of(
            Same(System),
            Same(Net),
            Same(State(Vpc, "shop-vpc", Net.Urn, ("cidrBlock", "10.0.0.0/16"))),
            Change(
                StepOp.Replace,
                subnet,
                subnet with
                {
                    Inputs = Map(("cidrBlock", "10.0.9.0/24")),
                },
                ("cidrBlock", DifferenceKind.UpdateReplace)
            ),
            Delete(State("aws:ec2/natGateway:NatGateway", "shop-nat-1c", Net.Urn)),
            Same(Data),
            Change(
                StepOp.Replace,
                Instance,
                encrypted,
                ("storageEncrypted", DifferenceKind.UpdateReplace),
                ("allocatedStorage", DifferenceKind.Update),
                ("multiAz", DifferenceKind.Delete)
            ),
            Change(
                StepOp.Update,
                alarm,
                moved,
                ("threshold", DifferenceKind.Update),
                ("tags[\"a.b\"]", DifferenceKind.Update),
                ("period", DifferenceKind.Add)
            ),
            Delete(table),
            new()
            {
                Op = StepOp.Import,
                Urn = Urn(Data.Urn, Vpc, "adopted"),
                New = State(Vpc, "adopted", Data.Urn) with { ImportId = "vpc-123" },
            }
        );
    }
}
