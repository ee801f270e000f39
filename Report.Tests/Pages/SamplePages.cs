using System.Collections.Immutable;
using Engine.Model;
using Engine.Planning;
using Engine.Values;
using Infra.Cli.Output.Report;
using Infra.Cli.Stacks;
using Infra.Cli.Tests.Output;
using Review.Changes;
using Review.Comparison;
using Review.Comparison.Accepted;
using Review.Cost;
using Review.Cost.Prices;
using Review.Cost.Savings;
using Review.Drawing;
using Review.Guardrails;
using Review.Guardrails.Waivers;
using Review.Model;

namespace Report.Tests.Pages;

/// <summary>A small stack with everything a page can tell, and with names that try to be more than names.</summary>
internal static class SamplePages
{
    public const string Canary = "canary-5up3r-s3cret-\"'<>";
    public const string Script = "<script>document.title='stolen'</script>";
    public const string Image = "\"><img src=x onerror=\"document.title='stolen'\">";
    public const string Turned = "gpj.\u202Eexe\0";

    private const string Store = "idp:data:Store";
    private const string Queue = "aws:sqs/queue:Queue";
    private const string Policy = "aws:iam/policy:Policy";

    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly string StoreUrn = Plans.Urn(null, Store, "shop");

    /// <summary>The page of the stack against what is deployed and another environment.</summary>
    public static string Whole() => new ReportPage(Report()).Write();

    /// <summary>What that page tells.</summary>
    public static StackReport Report()
    {
        var plan = Priced(Plans.Of(States(big: true).Select(Plans.Create)));
        var model = StackModel.Of(plan);
        ImmutableArray<Waiver> waivers =
        [
            new("RDS.5", "shop-db", $"down for an hour is fine {Image}", "owner-of-it", new DateOnly(2027, 3, 4)),
        ];
        return new()
        {
            Plan = plan,
            Model = model,
            Guardrails = GuardrailRun.Of(model, waivers, Today),
            System = "shop",
            Environment = "dev",
            Settings =
            [
                Setting("database.class", "db.t4g.micro", "Pulumi.dev.yaml:7"),
                Setting("database.replicas", Image, "default"),
            ],
            Picture = Picture.Of(model),
            Cost = Doubted(CostEstimate.Of(model), model),
            Savings = new SavingsReport(
                [
                    new Saving("Run it elsewhere", 12.345m, ["shop-db"], "place: elsewhere", "it is <far> away")
                    {
                        IsPlanned = true,
                    },
                    new Saving("Pay nobody", null, ["shop-api"], "pay: none", "nobody comes"),
                ],
                []
            ),
            Changes = new PlanChanges(Deployment()),
            Comparison = StackComparison.Of(
                plan,
                Priced(Plans.Of(States(big: false).Select(Plans.Create))) with
                {
                    Stack = "tiny",
                },
                AcceptedDifferences.None
            ),
        };
    }

    /// <summary>The page of a stack with nothing in it.</summary>
    public static string Empty()
    {
        var plan = Plans.Of();
        var model = StackModel.Of(plan);
        return new ReportPage(
            new()
            {
                Plan = plan,
                Model = model,
                Guardrails = GuardrailRun.Of(model, [], Today),
            }
        ).Write();
    }

    private static Setting Setting(string path, string value, string source) =>
        new(path, System.Text.Json.JsonSerializer.SerializeToElement(value), null, "any text", $"what it is {Script}", source);

    // Whatever is known of prices some day: one that nobody has verified, and something that has none.
    private static CostEstimate Doubted(CostEstimate cost, StackModel model) =>
        cost with
        {
            Items = cost.Items.SetItem(0, cost.Items[0] with { Price = cost.Items[0].Price with { Confidence = Confidence.C } }),
            NotPriced =
            [
                .. cost.NotPriced,
                new(model.All(Queue).First(), "messages beyond the first", $"nobody counts them {Image}"),
            ],
        };

    // In a region that the price book knows.
    private static Plan Priced(Plan plan) => plan with { Config = plan.Config.SetItem("aws:region", "ap-northeast-1") };

    // The database is replaced, the queue changed, a bucket deleted, the rest new or as it was.
    private static Plan Deployment()
    {
        var states = States(big: true).ToDictionary(state => state.Name, StringComparer.Ordinal);
        var before = Database(big: false);
        var queue = Plans.State(Queue, "orders", StoreUrn, ("name", "orders"), ("visibilityTimeoutSeconds", 30));
        return Plans.Of(
            Plans.Same(states["shop"]),
            Plans.Change(StepOp.Replace, before, states["shop-db"], ("instanceClass", DifferenceKind.UpdateReplace)),
            Plans.Change(StepOp.Update, queue, states["orders"], ("visibilityTimeoutSeconds", DifferenceKind.Update)),
            Plans.Same(states[Script]),
            Plans.Create(states["reader"]),
            Plans.Delete(Plans.State("aws:s3/bucket:Bucket", "old-files", StoreUrn, ("bucket", "old-files")))
        );
    }

    private static IEnumerable<ResourceState> States(bool big)
    {
        yield return Plans.State(Store, "shop");
        yield return Database(big);
        yield return Plans.State(Queue, "orders", StoreUrn, ("name", "orders"), ("visibilityTimeoutSeconds", big ? 90 : 30));
        yield return Plans.State(
            Queue,
            Script,
            StoreUrn,
            ("name", Image),
            ("tags", Plans.Map(("a</style></script>]]>", Turned), ("secret", new SecretValue(new StringValue(Canary))))),
            ("kmsMasterKeyId", UnknownValue.Instance)
        ) with
        {
            PropertyDependencies = ImmutableSortedDictionary
                .Create<string, ImmutableArray<string>>(StringComparer.Ordinal)
                .Add("kmsMasterKeyId", [Plans.Urn(StoreUrn, Plans.Database, "shop-db")]),
        };
        yield return Plans.State(
            Policy,
            "reader",
            StoreUrn,
            ("policy", """{"Statement":[{"Sid":"Read","Resource":"[[aws:rds/instance:Instance|shop-db|arn]]/*"}]}"""),
            ("description", new string('x', 500)),
            ("path", "")
        );
    }

    private static ResourceState Database(bool big) =>
        Plans.State(
            Plans.Database,
            "shop-db",
            StoreUrn,
            ("identifier", "shop-db"),
            ("engine", "postgres"),
            ("instanceClass", big ? "db.r6g.xlarge" : "db.t4g.micro"),
            ("allocatedStorage", 100),
            ("storageType", "gp3"),
            ("multiAz", false),
            ("publiclyAccessible", true),
            ("password", new SecretValue(new StringValue(Canary)))
        );
}
