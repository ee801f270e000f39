using System.Text.Json.Nodes;

namespace Infra.Tests.Plans;

/// <summary>Whether every secret that a container is given is there, holds that key, and may be read by who starts the container.</summary>
public sealed class SecretTests
{
    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Every_variable_from_a_secret_names_a_key_that_the_plan_makes(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);

        using (Assert.EnterMultipleScope())
        {
            foreach (var task in PlannedTask.All(plan))
            foreach (var (container, variable, valueFrom) in task.Secrets)
            {
                var (arn, key) = Parts(valueFrom);
                Assert.That(Keys(plan, arn), Does.Contain(key), $"{task.Definition.Name} {container} {variable}");
            }
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task Who_starts_a_task_reads_and_decrypts_exactly_its_secrets(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var key = plan.One("aws:kms/key:Key")["arn"];

        using (Assert.EnterMultipleScope())
        {
            foreach (var task in PlannedTask.All(plan))
            {
                var used = task.Secrets.Select(secret => Parts(secret.ValueFrom).Arn).Distinct().Order(StringComparer.Ordinal);
                var read = task
                    .Execution.Where(s => s.Actions.Contains("secretsmanager:GetSecretValue"))
                    .SelectMany(s => s.Resources);
                var decrypt = task.Execution.Single(s => s.Actions.Contains("kms:Decrypt"));
                Assert.That(read, Is.EqualTo(used), task.Definition.Name);
                Assert.That(decrypt.Resources, Is.EqualTo(new[] { key }), task.Definition.Name);
                Assert.That(
                    decrypt.Json["Condition"]!["StringEquals"]!["kms:EncryptionContext:SecretARN"].Texts(),
                    Is.EqualTo(used),
                    task.Definition.Name
                );
            }
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Names))]
    public async Task No_secret_lies_in_plain_text(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var passwords = plan.All("random:index/randomPassword:RandomPassword").Select(password => password["result"]).ToList();

        // Everything that derives from a generated password stands below one of these inputs, all of which are marked secret.
        string[] places = ["secretString", "authToken", "passwordWo"];
        Assert.That(passwords, Has.Count.GreaterThanOrEqualTo(7));
        using (Assert.EnterMultipleScope())
        {
            foreach (var resource in plan.Resources)
            foreach (var (input, value) in resource.State.Inputs.Properties)
            {
                var text = PlanValues.Json(value)?.ToJsonString(Readable) ?? "";
                if (!passwords.Any(text.Contains))
                    continue;
                Assert.That(places, Does.Contain(input), $"{resource} {input} holds a password");
                Assert.That(value, Is.InstanceOf<Engine.Values.SecretValue>(), $"{resource} {input} is marked secret");
            }
        }
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

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
