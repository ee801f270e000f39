using Infra.Settings;
using Infra.Settings.IdpServer;
using static Infra.Tests.Settings.StackFile;

namespace Infra.Tests.Settings;

public sealed class StackLoaderTests
{
    [Test]
    public void A_file_that_says_nothing_gets_the_defaults_of_its_environment()
    {
        var stack = StackLoader.Load(Of("dev", null, ("idp-infra:environment", "dev")), out _);

        using (Assert.EnterMultipleScope())
        {
            var defaults = IdpServerDefaults.For(StackEnvironment.Dev);
            // The domain has no default: the file of these tests names one.
            foreach (
                var setting in stack!.System.Tree.Leaves.Where(leaf => !leaf.Path.StartsWith("edge.", StringComparison.Ordinal))
            )
                Assert.That(setting.ValueIn(stack.Settings), Is.EqualTo(setting.ValueIn(defaults)), setting.Path);
            Assert.That(stack.Context.Region, Is.EqualTo("ap-northeast-1"));
            Assert.That(stack.Context.AccountId, Is.EqualTo("111111111111"));
            Assert.That(stack.Context.Environment, Is.EqualTo(StackEnvironment.Dev));
        }
    }

    [Test]
    public void What_the_file_says_changes_that_and_nothing_else()
    {
        var file = Prod(new { network = new { flowLogs = new { retentionDays = 90 }, natGateways = "single" } });

        var settings = (IdpServerSettings)StackLoader.Load(file, out _)!.Settings;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings.Network.FlowLogs.RetentionDays, Is.EqualTo(90));
            Assert.That(settings.Network.FlowLogs.AggregationSeconds, Is.EqualTo(60));
            Assert.That(settings.Network.NatGateways, Is.EqualTo(Infra.Network.NatGateways.Single));
            Assert.That(settings.Network.Zones, Is.EqualTo(new[] { "ap-northeast-1a", "ap-northeast-1c" }));
            Assert.That(
                IdpServerDefaults.For(StackEnvironment.Prod).Network.FlowLogs.RetentionDays,
                Is.EqualTo(30),
                "the defaults"
            );
        }
    }

    [Test]
    public void All_problems_are_reported_at_once()
    {
        var file = Prod(
            new
            {
                databse = 1,
                protect = "yes",
                network = new
                {
                    natGateways = "perAz",
                    subnets = new { db = new[] { "10.0.20.0/24", "10.0.20.128/25" } },
                    flowLogs = new { retentionDays = 8 },
                },
            },
            ("idp-infra:enviroment", "dev")
        );

        Assert.That(
            Problems(file),
            Is.EqualTo(
                new[]
                {
                    "idp-infra:enviroment: unknown key; did you mean environment?",
                    "settings.databse: unknown key; did you mean database?",
                    "settings.protect: got the text \"yes\", want true or false; write it without quotes",
                    "settings.network.natGateways: got perAz, want none, single or per-az; did you mean per-az?",
                    "settings.network.flowLogs.retentionDays: got 8, want 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, "
                        + "1096, 1827, 2192, 2557, 2922, 3288 or 3653 days; see docs/settings.md",
                    "settings.network.subnets.db[1]: got 10.0.20.128/25, want a block outside 10.0.20.0/24 (subnet db 1a); "
                        + "pick a free block of 10.0.0.0/16, for example 10.0.21.0/24",
                }
            )
        );
    }

    [TestCase("protect", "1", "got the number 1, want true or false; write one value")]
    [TestCase("protect", "null", "got nothing, want true or false; write a value, or remove the key to use the default")]
    [TestCase("network", "[]", "got a list, want a map of settings; write its keys below it, indented")]
    [TestCase("network.cidr", "10", "got the number 10, want an IPv4 block of /16 to /28; write one text")]
    [TestCase(
        "network.zones",
        "\"ap-northeast-1a\"",
        "got the text \"ap-northeast-1a\", want a list of two or three zones of the region; write one item a line, each after a hyphen"
    )]
    [TestCase("key.rotationDays", "\"365\"", "got the text \"365\", want a whole number (90 to 2560); write it without quotes")]
    [TestCase("key.rotationDays", "3.5", "got the number 3.5, want a whole number (90 to 2560); write one value")]
    [TestCase("key.deletionDays", "31", "got 31, want 7 to 30 days; see docs/settings.md")]
    [TestCase("database.masterPassword", "\"manged\"", "got manged, want managed or generated; did you mean managed?")]
    [TestCase("database.masterPassword", "\"x\"", "got x, want managed or generated; pick one of these words")]
    [TestCase(
        "tags.owner",
        "\"\"",
        "got an empty text, want up to 256 letters, digits, spaces and _ . : / = + - @; write one, or remove the key to use the default"
    )]
    [TestCase(
        "tags.owner",
        "\"a*b\"",
        "got a*b, want up to 256 letters, digits, spaces and _ . : / = + - @; see docs/settings.md"
    )]
    [TestCase(
        "tags.extra",
        "{\"Stack\":\"x\"}",
        "extra.Stack: got a tag that the program sets itself, want a key other than Name, Environment, Project, ManagedBy, Stack, Owner and CostCenter; remove it"
    )]
    [TestCase(
        "tags.extra",
        "{\"aws:x\":\"x\"}",
        "extra.aws:x: got a key of 5 characters, want up to 128, not beginning with aws:; AWS keeps the prefix aws: to itself"
    )]
    [TestCase("tags.extra", "{\"Team\":7}", "extra.Team: got the number 7, want a text; write it in quotes")]
    [TestCase(
        "secrets.recoveryDays",
        "6",
        "got 6, want 0 or 7 to 30 days; AWS keeps a deleted secret a week at least, or not at all"
    )]
    [TestCase(
        "secrets.recoveryDays",
        "0",
        "got 0, want 7 to 30 days while protect is true; set protect: false to delete secrets at once"
    )]
    public void A_value_that_cannot_be_used_is_refused_in_plain_words(string path, string json, string problem)
    {
        var nested = path.Split('.').Reverse().Aggregate(json, (inner, key) => $"{{\"{key}\":{inner}}}");
        var where = problem.StartsWith("extra.", StringComparison.Ordinal) ? "tags" : path;
        var separator = where == path ? ": " : ".";

        Assert.That(Problems(Prod(nested)), Is.EqualTo(new[] { $"settings.{where}{separator}{problem}" }));
    }

    [Test]
    public void Blocks_that_could_not_be_read_are_not_judged_again() =>
        Assert.That(
            Problems(
                Prod(new { network = new { cidr = true, subnets = new { @public = new[] { "10.9.0.0/24", "10.9.1.0/24" } } } })
            ),
            Is.EqualTo(new[] { "settings.network.cidr: got true, want an IPv4 block of /16 to /28; write one text" })
        );

    [Test]
    public void A_misspelt_key_does_not_keep_the_blocks_from_being_judged() =>
        Assert.That(
            Problems(Prod(new { network = new { zone = 1, cidr = "10.0.0.0/33" } })).Select(problem => problem.Split(':')[0]),
            Is.EqualTo(new[] { "settings.network.zone", "settings.network.cidr" })
        );

    [TestCase(
        "idp-infra:system",
        null,
        "got nothing, want idp-server, web-platform, neuraknot, finsight, taskflow or bootstrap; say which system this stack is"
    )]
    [TestCase(
        "idp-infra:environment",
        "production",
        "got production, want dev, staging or prod; it picks the defaults of every setting"
    )]
    [TestCase("idp-infra:environment", "dev", "got dev, want prod in a stack named prod; change it, or name the stack otherwise")]
    [TestCase("aws:region", null, "got nothing, want a region such as ap-northeast-1; say where the stack lives")]
    [TestCase("aws:region", "tokyo", "got tokyo, want a region such as ap-northeast-1; say where the stack lives")]
    [TestCase(
        "aws:allowedAccountIds",
        null,
        "got nothing, want a list of one account id, 12 digits in quotes; a stack lives in one account and is refused in every other"
    )]
    [TestCase(
        "aws:allowedAccountIds",
        "[111111111111]",
        "got [111111111111], want a list of one account id, 12 digits in quotes; a stack lives in one account and is refused in every other"
    )]
    [TestCase(
        "aws:allowedAccountIds",
        "[\"111111111111\",\"222222222222\"]",
        "got [\"111111111111\",\"222222222222\"], want a list of one account id, 12 digits in quotes; a stack lives in one account and is refused in every other"
    )]
    [TestCase("aws:profile", "admin", "unknown key; want region or allowedAccountIds")]
    public void Keys_besides_the_settings_are_checked_too(string key, string? value, string problem) =>
        Assert.That(Problems(Prod(null, (key, value))), Has.Member($"{key}: {problem}"));

    [TestCase("a text", "settings: got the text \"a text\", want a map of settings; write its keys below it, indented")]
    [TestCase("[1]", "settings: got a list, want a map of settings; write its keys below it, indented")]
    public void The_settings_are_a_map(string json, string problem) =>
        Assert.That(Problems(Prod(json)), Is.EqualTo(new[] { problem }));

    [Test]
    public void An_item_of_a_list_that_cannot_be_used_is_told_once() =>
        Assert.That(
            Problems(Prod(new { audit = new { configRules = new[] { "cloud-trail" } } })).Single(),
            Does.StartWith("settings.audit.configRules[0]: got cloud-trail, want ")
        );

    [Test]
    public void A_secret_among_the_settings_is_refused_and_not_shown()
    {
        var file = Prod(new { tags = new { owner = "hunter2*" } }) with { SecretKeys = ["idp-infra:settings"] };

        Assert.That(
            Problems(file),
            Is.EqualTo(
                new[]
                {
                    "settings: got a secret, want plain values; secrets have a key of their own: pulumi config set --secret --path 'secrets.<name>'",
                }
            )
        );
    }

    [TestCase("Dev", "got Dev, want small letters, digits and single hyphens; names of AWS resources are made of it")]
    [TestCase("a--b", "got a--b, want small letters, digits and single hyphens; names of AWS resources are made of it")]
    [TestCase("seventeen-letters", null)]
    [TestCase(
        "eighteen-letters-x",
        "got eighteen-letters-x, want 17 characters at most; load balancers have names of 32 characters at most"
    )]
    public void A_stack_name_must_fit_into_the_names_of_resources(string stack, string? problem) =>
        Assert.That(Problems(Of(stack, null)), Is.EqualTo(problem is null ? [] : new[] { $"stack: {problem}" }));
}
