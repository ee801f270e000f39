using System.Text.Json.Nodes;

namespace Infra.Tests.Plans;

/// <summary>Whether every secret that a container is given is there, holds that key, and may be read by who starts the container.</summary>
public sealed class SecretTests
{
    private const string Parameter = "aws:ssm/parameter:Parameter";

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Every_variable_from_a_secret_names_a_key_that_the_plan_makes(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);

        using (Assert.EnterMultipleScope())
        {
            foreach (var task in PlannedTask.All(plan))
            foreach (var (container, variable, valueFrom) in task.Secrets)
            {
                var what = $"{task.Definition.Name} {container} {variable}";
                if (IsParameter(valueFrom))
                {
                    Assert.That(plan.All(Parameter).Select(known => ArnOf(plan, known)), Does.Contain(valueFrom), what);
                    continue;
                }
                var (arn, key) = Parts(valueFrom);
                Assert.That(Keys(plan, arn), Does.Contain(key), what);
            }
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Who_starts_a_task_reads_and_decrypts_exactly_its_secrets(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);

        using (Assert.EnterMultipleScope())
        {
            foreach (var task in PlannedTask.All(plan))
            {
                var used = task
                    .Secrets.Where(secret => !IsParameter(secret.ValueFrom))
                    .Select(secret => Parts(secret.ValueFrom).Arn);
                var parameters = task.Secrets.Select(secret => secret.ValueFrom).Where(IsParameter);
                Check(plan, task, "secretsmanager:GetSecretValue", "SecretARN", used);
                Check(plan, task, "ssm:GetParameters", "PARAMETER_ARN", parameters);
            }
        }
    }

    private static void Check(PlannedStack plan, PlannedTask task, string action, string context, IEnumerable<string> used)
    {
        var arns = used.Distinct().Order(StringComparer.Ordinal).ToList();
        var read = task.Execution.Where(s => s.Actions.Contains(action)).SelectMany(s => s.Resources);
        var decrypt = task
            .Execution.Where(s => s.Actions.Contains("kms:Decrypt") && s.Json.ToJsonString().Contains(context))
            .ToList();
        Assert.That(read, Is.EqualTo(arns), $"{task.Definition.Name} {action}");
        Assert.That(decrypt, Has.Count.EqualTo(arns.Count == 0 ? 0 : 1), $"{task.Definition.Name} {context}");
        foreach (var statement in decrypt)
        {
            var keys = plan.All("aws:kms/key:Key").Where(key => key.Region == plan.Region).Select(key => key["arn"]);
            Assert.That(statement.Resources, Has.Length.EqualTo(1).And.SubsetOf(keys), task.Definition.Name);
            Assert.That(
                statement.Json["Condition"]!["StringEquals"]![$"kms:EncryptionContext:{context}"].Texts(),
                Is.EqualTo(arns),
                task.Definition.Name
            );
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task No_secret_lies_in_plain_text(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var passwords = plan.All("random:index/randomPassword:RandomPassword")
            .Select(password => password["result"])
            .Concat(plan.All("aws:cognito/userPoolClient:UserPoolClient").Select(client => client["clientSecret"]))
            .Append(EverythingOn.Canary)
            .ToList();

        // Everything that derives from a secret stands below one of these inputs, all of which are marked secret.
        string[] places =
        [
            "accessToken",
            "authToken",
            "conditions",
            "environmentVariables", // of the site, whose pages carry the key of their client
            "origins",
            "passwordWo",
            "providerDetails",
            "rules",
            "secretString",
            "value",
            "valueWo",
        ];
        using (Assert.EnterMultipleScope())
        {
            foreach (var resource in plan.Resources)
            foreach (var (input, value) in resource.State.Inputs.Properties)
            {
                var text = PlanValues.Json(value)?.ToJsonString(Readable) ?? "";
                if (!passwords.Any(text.Contains))
                    continue;
                Assert.That(places, Does.Contain(input), $"{resource} {input} holds a password");
                var open = PlanValues.Public(value)?.ToJsonString(Readable) ?? "";
                Assert.That(passwords.Where(open.Contains), Is.Empty, $"{resource} {input} is marked secret");
            }
        }
    }

    [Test]
    public async Task What_people_brought_goes_where_it_is_for()
    {
        var read = new List<string>();
        foreach (var stack in PlannedStack.Names.Except(PlannedStack.Files))
        foreach (var resource in (await PlannedStack.OfAsync(stack)).Resources)
        foreach (var (input, value) in resource.State.Inputs.Properties)
            if (PlanValues.Json(value)?.ToJsonString().Contains(EverythingOn.Canary) is true)
                read.Add($"{resource.Name} {input}");

        Assert.That(
            read,
            Is.EquivalentTo(
                new[]
                {
                    "finsight-auth0-version secretString",
                    "finsight-app accessToken",
                    "neuraknot-idp-google providerDetails",
                    "neuraknot-idp-line providerDetails",
                    "neuraknot-idp-x-twitter providerDetails",
                    "neuraknot-oauth-version secretString",
                }
            )
        );
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static bool IsParameter(string valueFrom) => valueFrom.StartsWith("arn:aws:ssm:", StringComparison.Ordinal);

    private static string ArnOf(PlannedStack plan, Planned parameter) =>
        $"arn:aws:ssm:{parameter.Region}:{plan.Account}:parameter{parameter.Text("name")}";

    private static (string Arn, string Key) Parts(string valueFrom)
    {
        var parts = valueFrom.Split(':');
        Assert.That(parts, Has.Length.EqualTo(4), $"{valueFrom}: ARN, key, and nothing for stage and version");
        return (parts[0], parts[1]);
    }

    // Of a secret of the stack, what its version holds; of the one that RDS makes, what RDS documents.
    private static IEnumerable<string> Keys(PlannedStack plan, string arn)
    {
        if (plan.All("aws:rds/instance:Instance").Any(instance => instance["masterUserSecret.arn"] == arn))
            return ["username", "password"];
        var secret = plan.Referred("aws:secretsmanager/secret:Secret", arn, "arn");
        var version = plan.All("aws:secretsmanager/secretVersion:SecretVersion").Single(v => v.Text("secretId") == secret["id"]);
        return ((JsonObject)version.Document("secretString")).Select(pair => pair.Key);
    }
}
