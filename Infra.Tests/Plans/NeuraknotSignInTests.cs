using System.Text.Json.Nodes;
using Engine.Documents;
using Engine.Planning;
using Engine.Previewing;
using Engine.Programs;
using Engine.Projects;
using Engine.Values;
using Infra.Systems;
using Infra.Tests.Stacks;

namespace Infra.Tests.Plans;

/// <summary>Sign-in through other services, whose secrets people put into the stack file: where they go in a whole plan, and where not.</summary>
public sealed class NeuraknotSignInTests
{
    private const string Provider = "aws:cognito/identityProvider:IdentityProvider";
    private const string Ciphertext = "v1:bm9ib2R5b3BlbnM=:Y2FuYXJ5LW9mLWNpcGhlcnRleHQ=";

    private const string Services = """
        {"social":{
          "google":{"clientId":"123456789012-abc.apps.googleusercontent.com"},
          "line":{"clientId":"1234567890"},
          "x":{"clientId":"talk","issuer":"https://bridge.example.com","authorizeUrl":"https://bridge.example.com/authorize",
               "tokenUrl":"https://bridge.example.com/token","userInfoUrl":"https://bridge.example.com/userinfo","jwksUrl":"https://bridge.example.com/jwks"}}}
        """;

    private static readonly string[] Canaries = ["canary-of-google", "canary-of-line", "canary-of-x"];

    [Test]
    public async Task Three_services_sign_in_through_the_client_which_waits_for_them()
    {
        var plan = await PlannedStack.OfAsync("neuraknot-prod", Settings(), Secrets());

        var client = plan.One("aws:cognito/userPoolClient:UserPoolClient");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                plan.All(Provider).Select(provider => $"{provider.Text("providerName")} {provider.Text("providerType")}"),
                Is.EquivalentTo(new[] { "Google Google", "LINE OIDC", "X-Twitter OIDC" })
            );
            Assert.That(
                client.Input("supportedIdentityProviders").Texts(),
                Is.EqualTo(new[] { "COGNITO", "Google", "LINE", "X-Twitter" })
            );
            Assert.That(plan.All(Provider).All(client.WaitsFor), Is.True, "Cognito refuses a client of unknown services");
            Assert.That(plan.Messages, Has.None.Contains("is left out"));
            Assert.That(
                plan.All(Provider).Select(provider => provider.Text("providerDetails.client_secret")),
                Is.EquivalentTo(Canaries)
            );
        }
    }

    [Test]
    public async Task The_API_gets_them_as_secrets_once_they_are_in_the_secret()
    {
        var plan = await PlannedStack.OfAsync("neuraknot-prod", Settings(), Secrets());

        var task = PlannedTask.All(plan).Single(task => task.Definition.Name == "neuraknot-backend-go-task-definition");
        var version = plan.Named("aws:secretsmanager/secretVersion:SecretVersion", "neuraknot-oauth-version");
        var keys = JsonNode.Parse(version.Text("secretString")!)!.AsObject().Select(pair => pair.Key).ToList();
        var arn = plan.Named("aws:secretsmanager/secret:Secret", "neuraknot-oauth-secret")["arn"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                task.Secrets.Where(secret => secret.ValueFrom.StartsWith(arn, StringComparison.Ordinal))
                    .Select(secret => (secret.Variable, secret.ValueFrom)),
                Is.EquivalentTo(keys.Select(key => (key.ToUpperInvariant(), $"{arn}:{key}::")))
            );
            Assert.That(keys, Has.Count.EqualTo(6));
            Assert.That(
                task.Definition.WaitsFor(version),
                Is.True,
                "a task that asks for a key that is not there does not start"
            );
            Assert.That(
                task.Execution.Where(s => s.Actions.Contains("secretsmanager:GetSecretValue")).SelectMany(s => s.Resources),
                Does.Contain(arn)
            );
        }
    }

    [Test]
    public async Task No_secret_is_shown_anywhere()
    {
        var plan = await StackPlans.OfAsync("neuraknot-prod", Settings(), Secrets());

        var shown = PreviewDocument.Text(plan) + string.Join('\n', plan.Diagnostics.Select(said => said.Message));
        using (Assert.EnterMultipleScope())
        {
            foreach (var canary in Canaries)
                Assert.That(shown, Does.Not.Contain(canary));
            foreach (var state in plan.Steps.Select(step => step.State))
                Assert.That(Canaries.Where(PlanValues.Public(state.Inputs)!.ToJsonString().Contains), Is.Empty, state.Urn);
        }
    }

    [Test]
    public async Task Whoever_cannot_open_the_stack_file_plans_the_same_resources()
    {
        var folder = Directory.CreateTempSubdirectory("infra-sign-in-").FullName;
        try
        {
            var plan = await SealedAsync(folder);

            var document = PreviewDocument.Text(plan);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(
                    plan.Steps.Select(step => step.State).Where(state => state.Type == Provider).Select(state => state.Name),
                    Is.EquivalentTo(new[] { "neuraknot-idp-google", "neuraknot-idp-line", "neuraknot-idp-x-twitter" })
                );
                Assert.That(document, Does.Not.Contain(Ciphertext).And.Contain(SecretValue.Mask));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task One_service_without_its_secret_is_left_out_and_the_others_are_not()
    {
        var secrets = Secrets();
        secrets.Remove("lineClientSecret");

        var plan = await PlannedStack.OfAsync("neuraknot-prod", Settings(), secrets);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                plan.All(Provider).Select(provider => provider.Text("providerName")),
                Is.EquivalentTo(new[] { "Google", "X-Twitter" })
            );
            Assert.That(plan.Messages, Has.Some.EqualTo("sign-in through LINE is left out: its client secret is missing"));
        }
    }

    // The committed file with secrets as `pulumi config set --secret --path` writes them, and no passphrase.
    private static async Task<Plan> SealedAsync(string folder)
    {
        File.Copy(Repository.PathOf("Pulumi.yaml"), Path.Combine(folder, "Pulumi.yaml"));
        var committed = await File.ReadAllTextAsync(Repository.PathOf("Pulumi.neuraknot-prod.yaml"));
        var secrets = string.Concat(
            new[] { "google", "line", "x" }.Select(service => $"    {service}ClientSecret: {{ secure: {Ciphertext} }}\n")
        );
        await File.WriteAllTextAsync(
            Path.Combine(folder, "Pulumi.neuraknot-prod.yaml"),
            committed.Replace(
                "  idp-infra:settings:\n",
                $"  idp-infra:secrets:\n{secrets}  idp-infra:settings:\n    social: {Settings()["social"]!.ToJsonString()}\n",
                StringComparison.Ordinal
            )
        );
        var project = ProjectFile.Load(Path.Combine(folder, "Pulumi.yaml"));
        var stack = StackFile.Load(project, "neuraknot-prod");
        var result = await Preview.RunAsync(
            new PreviewOptions
            {
                Project = project.Name,
                Stack = "neuraknot-prod",
                RootDirectory = Repository.PathOf(""),
                Config = StackConfiguration.Load(project, stack, _ => null).Entries,
                Program = InProcessProgram.FromAssembly(typeof(Neuraknot).Assembly.Location),
                Assume = AssumedOutputs.Of,
            }
        );
        Assert.That(result.Problems, Is.Empty);
        return result.Plan;
    }

    private static JsonObject Settings() => (JsonObject)JsonNode.Parse(Services)!;

    private static JsonObject Secrets() =>
        new()
        {
            ["googleClientSecret"] = Canaries[0],
            ["lineClientSecret"] = Canaries[1],
            ["xClientSecret"] = Canaries[2],
        };
}
