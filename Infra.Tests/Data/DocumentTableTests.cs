using Infra.Data;
using Infra.Policies;
using Infra.Tests.Policies;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Data;

public sealed class DocumentTableTests
{
    private const string Table = "aws:dynamodb/table:Table";

    [Test]
    public async Task Production_pays_by_the_request_and_can_go_back_to_any_second()
    {
        var table = (await TableCase.RunAsync(TableCase.Args())).One(Table);

        var expected = new Dictionary<string, object>
        {
            ["name"] = "idp-server-tasks",
            ["billingMode"] = "PAY_PER_REQUEST",
            ["hashKey"] = "pk",
            ["rangeKey"] = "sk",
            ["tableClass"] = "STANDARD",
            ["deletionProtectionEnabled"] = true,
        };
        using (Assert.EnterMultipleScope())
        {
            foreach (var (key, value) in expected)
                Assert.That(table.Inputs[key], Is.EqualTo(value), key);
            Assert.That(table.Maps("attributes"), Is.EqualTo(new[] { "name=pk type=S", "name=sk type=S" }));
            Assert.That(Inputs.Pairs(table.Inputs["pointInTimeRecovery"]), Is.EqualTo("enabled=True recoveryPeriodInDays=35"));
            Assert.That(Inputs.Pairs(table.Inputs["serverSideEncryption"]), Is.EqualTo("enabled=True kmsKeyArn=arn:key"));
            Assert.That(table.NameTag(), Is.EqualTo("idp-server-tasks"));
            foreach (var absent in new[] { "ttl", "streamEnabled", "readCapacity", "writeCapacity", "globalSecondaryIndexes" })
                Assert.That(table.Inputs, Does.Not.ContainKey(absent));
        }
    }

    [Test]
    public async Task Steady_traffic_starts_at_the_least_capacity()
    {
        var args = TableCase.Args() with { Billing = TableBilling.Provisioned, Capacity = new(5, 100, 2, 50) };

        var inputs = (await TableCase.RunAsync(args)).One(Table).Inputs;

        Assert.That(
            (inputs["billingMode"], inputs["readCapacity"], inputs["writeCapacity"]),
            Is.EqualTo(((object)"PROVISIONED", (object)5, (object)2))
        );
    }

    [Test]
    public async Task Indexes_bring_their_attributes_each_once()
    {
        var args = TableCase.Args() with
        {
            Indexes = [new("by-user", "user", "due"), new("by-due", "due") { WholeItems = false }],
        };

        var table = (await TableCase.RunAsync(args)).One(Table);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                table.Maps("attributes"),
                Is.EqualTo(new[] { "name=due type=S", "name=pk type=S", "name=sk type=S", "name=user type=S" })
            );
            Assert.That(
                table.Json("globalSecondaryIndexes"),
                Is.EqualTo(
                    """[{"keySchemas":[{"attributeName":"user","keyType":"HASH"},{"attributeName":"due","keyType":"RANGE"}],"""
                        + """ "name":"by-user","projectionType":"ALL"},"""
                        + """{"keySchemas":[{"attributeName":"due","keyType":"HASH"}],"name":"by-due","projectionType":"KEYS_ONLY"}]"""
                ).IgnoreWhiteSpace
            );
        }
    }

    [Test]
    public async Task Items_expire_and_changes_stream_where_wanted()
    {
        DocumentTable? made = null;
        var args = TableCase.Args() with
        {
            TtlAttribute = "expires",
            Stream = "NEW_AND_OLD_IMAGES",
            Infrequent = true,
            Protect = false,
            RecoveryDays = 0,
        };
        var run = await Sandbox.RunAsync(() => made = new("idp", args));

        var inputs = run.One(Table).Inputs;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Inputs.Pairs(inputs["ttl"]), Is.EqualTo("attributeName=expires enabled=True"));
            Assert.That(
                (inputs["streamEnabled"], inputs["streamViewType"]),
                Is.EqualTo(((object)true, (object)"NEW_AND_OLD_IMAGES"))
            );
            Assert.That(await OutputUtilities.GetValueAsync(made!.StreamArn!), Is.EqualTo("stream:idp-tasks"));
            Assert.That(inputs["tableClass"], Is.EqualTo("STANDARD_INFREQUENT_ACCESS"));
            Assert.That(inputs["deletionProtectionEnabled"], Is.False);
            Assert.That(Inputs.Pairs(inputs["pointInTimeRecovery"]), Is.EqualTo("enabled=False"));
        }
    }

    [Test]
    public async Task Who_reads_may_look_up_in_table_and_indexes_and_nothing_else()
    {
        var rights = await RightsAsync(TableAccess.Read);

        const string Arn = "arn:aws:dynamodb:ap-northeast-1:111111111111:table/idp-server-tasks";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rights.Keys, Is.EqualTo(new[] { "ReadTable", "UseKeyOfTable" }));
            Assert.That(
                rights["ReadTable"].Texts("Action"),
                Is.EqualTo(
                    new[]
                    {
                        "dynamodb:BatchGetItem",
                        "dynamodb:ConditionCheckItem",
                        "dynamodb:DescribeTable",
                        "dynamodb:GetItem",
                        "dynamodb:Query",
                    }
                )
            );
            Assert.That(rights["ReadTable"].Texts("Resource"), Is.EqualTo(new[] { Arn, $"{Arn}/index/by-user" }));
            Assert.That(rights["UseKeyOfTable"].Texts("Action"), Is.EqualTo(new[] { "kms:Decrypt", "kms:DescribeKey" }));
            Assert.That(rights["UseKeyOfTable"].Texts("Resource"), Is.EqualTo(new[] { "arn:key" }));
            Assert.That(
                rights["UseKeyOfTable"].Texts("Condition", "StringEquals", "kms:ViaService"),
                Is.EqualTo(new[] { "dynamodb.ap-northeast-1.amazonaws.com" })
            );
        }
    }

    [Test]
    public async Task Who_writes_may_also_change_items()
    {
        var rights = await RightsAsync(TableAccess.ReadWrite);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                rights["WriteTable"].Texts("Action"),
                Is.EqualTo(new[] { "dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem" })
            );
            Assert.That(
                rights["WriteTable"].Texts("Resource"),
                Is.EqualTo(new[] { "arn:aws:dynamodb:ap-northeast-1:111111111111:table/idp-server-tasks" })
            );
            Assert.That(
                rights["UseKeyOfTable"].Texts("Action"),
                Does.Contain("kms:GenerateDataKey").And.Not.Contain("kms:CreateGrant")
            );
        }
    }

    [Test]
    public async Task Neighbours_get_names_that_are_known_and_one_that_waits()
    {
        DocumentTable? made = null;
        await Sandbox.RunAsync(() => made = new("idp", TableCase.Args() with { Context = TestStacks.Dev }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(made!.TableName, Is.EqualTo("idp-server-dev-tasks"));
            Assert.That(made.Arn, Does.EndWith(":table/idp-server-dev-tasks"));
            Assert.That(await OutputUtilities.GetValueAsync(made.Name), Is.EqualTo("idp-server-dev-tasks"));
            Assert.That(
                (await OutputUtilities.GetDependenciesAsync(made.Name)).Select(resource => resource.GetResourceName()),
                Does.Contain("idp-tasks")
            );
            Assert.That(made.StreamArn, Is.Null);
            Assert.That((made.Watch("table").Key, made.Watch("table").TableName), Is.EqualTo(("table", "idp-server-dev-tasks")));
        }
    }

    [Test]
    public async Task What_AWS_refuses_is_refused_all_at_once()
    {
        var bad = TableCase.Args() with
        {
            Billing = TableBilling.Provisioned,
            TargetPercent = 95,
            RecoveryDays = 0,
            Stream = "ALL",
            TtlAttribute = "pk",
            Indexes = [new("x", "a", "a"), new("by-user", "user"), new("by-user", "user")],
        };

        var error = await Assert.ThrowsAsync<RunException>(() => TableCase.RunAsync(bad));

        Assert.That(
            error!.Message,
            Does.Contain("DocumentTable 'idp': 8 problems in its args")
                .And.Contain("capacity: got nothing, want bounds for reads and writes; or pay by the request: billing onDemand")
                .And.Contain("targetPercent: got 95, want 20 to 90;")
                .And.Contain("recoveryDays: got 0, want 1 to 35; 0 needs protect: false")
                .And.Contain("stream: got ALL, want KEYS_ONLY, NEW_IMAGE, OLD_IMAGE or NEW_AND_OLD_IMAGES;")
                .And.Contain("ttlAttribute: got pk, want an attribute that is no key;")
                .And.Contain("indexes: got by-user twice, want each name once;")
                .And.Contain("indexes.x.name: got x, want 3 to 255 letters, digits, dots, _ and -;")
                .And.Contain("indexes.x.rangeKey: got a, want another attribute;")
        );
    }

    [Test]
    public void Bounds_belong_to_provisioned_capacity() =>
        Assert.That(
            Only(TableCase.Args() with { Capacity = new(1, 2, 1, 2) }),
            Is.EqualTo("capacity: got bounds, want none while billing is onDemand; such a table has no capacity to move")
        );

    [TestCase(0, 10, "capacity.minRead: got 0, want 1 to 40000;")]
    [TestCase(10, 5, "capacity.maxRead: got 5, want 10 or more, the minRead;")]
    [TestCase(1, 40_001, "capacity.maxRead: got 40001, want 1 to 40000;")]
    public void Bounds_are_in_order_and_within_those_of_AWS(int min, int max, string text) =>
        Assert.That(
            Only(TableCase.Args() with { Billing = TableBilling.Provisioned, Capacity = new(min, max, 1, 2) }),
            Does.StartWith(text)
        );

    [Test]
    public void AWS_restores_no_further_back_than_five_weeks() =>
        Assert.That(
            Only(TableCase.Args() with { RecoveryDays = 36 }),
            Is.EqualTo("recoveryDays: got 36, want 1 to 35; AWS keeps no more")
        );

    private static string Only(DocumentTableArgs args) => args.Validate().Single().ToString();

    private static async Task<Dictionary<string, System.Text.Json.JsonElement>> RightsAsync(TableAccess access)
    {
        DocumentTable? made = null;
        await Sandbox.RunAsync(() => made = new("idp", TableCase.Args() with { Indexes = [new("by-user", "user")] }));
        var statements = await OutputUtilities.GetValueAsync(made!.Statements(access));
        return PolicyReading.Statements(PolicyDocument.Of([.. statements]));
    }
}
