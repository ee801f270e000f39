using System.Text.Json;
using Infra.Settings;
using static Infra.Tests.Settings.StackFile;

namespace Infra.Tests.Settings;

public sealed class SettingsCommandTests
{
    [Test]
    public void Every_setting_is_listed_with_its_value_and_where_it_comes_from()
    {
        var file = Of("dev", new { network = new { dualStack = true } }, ("idp-infra:environment", "dev"));

        var (exit, answer, complaints) = Run(file, "settings", "--json");

        var entries = JsonDocument
            .Parse(answer)
            .RootElement.EnumerateArray()
            .ToDictionary(entry => entry.GetProperty("path").GetString()!);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((exit, complaints), Is.EqualTo((0, "")));
            Assert.That(Text("network.dualStack"), Is.EqualTo(("true", "stack file")));
            Assert.That(Text("network.natGateways"), Is.EqualTo(("\"single\"", "environment default (dev)")));
            Assert.That(Text("network.cidr"), Is.EqualTo(("\"10.0.0.0/16\"", "default")));
            Assert.That(Text("network.interfaceEndpoints"), Is.EqualTo(("[]", "environment default (dev)")));
            Assert.That(Text("secrets.recoveryDays"), Is.EqualTo(("0", "environment default (dev)")));
            Assert.That(entries["secrets.recoveryDays"].GetProperty("unit").GetString(), Is.EqualTo("days"));
            Assert.That(entries["secrets.recoveryDays"].GetProperty("allowed").GetString(), Is.EqualTo("0 to 30"));
            Assert.That(
                entries["secrets.recoveryDays"].GetProperty("description").GetString(),
                Does.StartWith("How long a deleted secret")
            );
            Assert.That(entries["protect"].GetProperty("unit").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(entries["protect"].GetProperty("secret").GetBoolean(), Is.False);
        }

        (string, string) Text(string path) =>
            (entries[path].GetProperty("value").GetRawText(), entries[path].GetProperty("source").GetString()!);
    }

    [Test]
    public void Problems_go_to_standard_error_under_the_name_of_the_file()
    {
        var (exit, answer, complaints) = Run(Prod(new { protct = true }), "settings", "--json");

        Assert.That(
            (exit, answer, complaints),
            Is.EqualTo((2, "", "Pulumi.prod.yaml: 1 problem\n  settings.protct: unknown key; did you mean protect?\n"))
        );
    }

    [TestCase("settings-schema"), TestCase("settings-schema", "idp-server")]
    public void The_schema_describes_every_setting(params string[] args)
    {
        var (exit, answer, _) = Run(Prod(), args);

        var schema = JsonDocument.Parse(answer).RootElement;
        var network = schema.GetProperty("properties").GetProperty("network");
        var retention = network
            .GetProperty("properties")
            .GetProperty("flowLogs")
            .GetProperty("properties")
            .GetProperty("retentionDays");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exit, Is.Zero);
            Assert.That(schema.GetProperty("$schema").GetString(), Is.EqualTo("https://json-schema.org/draft/2020-12/schema"));
            Assert.That(network.GetProperty("additionalProperties").GetBoolean(), Is.False);
            Assert.That(retention.GetProperty("type").GetString(), Is.EqualTo("integer"));
            Assert.That(retention.GetProperty("default").GetInt32(), Is.EqualTo(30));
            Assert.That(retention.GetProperty("enum").EnumerateArray().Select(item => item.GetInt32()), Does.Contain(3653));
            Assert.That(
                retention.GetProperty("description").GetString(),
                Is.EqualTo("How long the flow logs are kept. In days.")
            );
            Assert.That(Words(network, "natGateways"), Is.EqualTo(new[] { "none", "single", "per-az" }));
        }
    }

    [Test]
    public void An_unknown_system_or_command_is_refused()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Run(Prod(), "settings-schema", "idp").Complaints,
                Does.StartWith(
                    "system: got idp, want idp-server, web-platform, neuraknot, finsight, taskflow or bootstrap\nusage: "
                )
            );
            Assert.That(
                Run(Prod(), "setings"),
                Is.EqualTo(
                    (2, "", "usage: Infra settings --json | Infra settings --deployable | Infra settings-schema [system]\n")
                )
            );
        }
    }

    private static IEnumerable<string?> Words(JsonElement group, string setting) =>
        group
            .GetProperty("properties")
            .GetProperty(setting)
            .GetProperty("enum")
            .EnumerateArray()
            .Select(word => word.GetString());

    [Test]
    public void A_stack_with_placeholders_is_not_deployable_and_all_of_them_are_told()
    {
        var prod = Of(
            "prod",
            new { edge = new { domain = "idp.example.com", hostedZoneId = "Z00000000000000000000" } },
            ("idp-infra:environment", "prod"),
            ("aws:allowedAccountIds", """["111111111111"]""")
        );

        var (exit, answer, complaints) = Run(prod, "settings", "--deployable");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((exit, answer), Is.EqualTo((2, "")));
            Assert.That(complaints, Does.StartWith("Pulumi.prod.yaml: 3 problems"));
            Assert.That(complaints, Does.Contain("aws:allowedAccountIds: got 111111111111"));
            Assert.That(complaints, Does.Contain("settings.edge.domain: got idp.example.com"));
            Assert.That(complaints, Does.Contain("settings.edge.hostedZoneId: got Z0000"));
        }
    }

    [Test]
    public void A_stack_without_placeholders_is_deployable()
    {
        var prod = Of(
            "prod",
            new { edge = new { domain = "idp.acme.test", hostedZoneId = "Z0123456789" } },
            ("idp-infra:environment", "prod"),
            ("aws:allowedAccountIds", """["123456789012"]""")
        );

        Assert.That(Run(prod, "settings", "--deployable"), Is.EqualTo((0, "", "")));
    }

    private static (int Exit, string Answer, string Complaints) Run(StackConfig config, params string[] args)
    {
        using var answer = new StringWriter { NewLine = "\n" };
        using var complaints = new StringWriter { NewLine = "\n" };
        var exit = SettingsCommand.Run(args, config, answer, complaints);
        return (exit, answer.ToString(), complaints.ToString());
    }
}
