using System.Collections.Immutable;
using Engine.Documents;
using Engine.Planning;
using Engine.Previewing;
using Engine.Programs;
using Engine.Projects;
using Engine.Values;
using Infra.Security;
using Infra.Settings;
using Pulumi;

namespace Infra.Tests.Settings;

/// <summary>From the stack file through the engine into a plan, as <c>infra preview</c> does it.</summary>
public sealed class StackSecretsPreviewTests
{
    private const string Key = "idp-infra:secrets";
    private const string Ciphertext = "v1:bm9ib2R5b3BlbnM=:Y2FuYXJ5LW9mLWNpcGhlcnRleHQ=";
    private const string Canary = "hunter2-canary";
    private static readonly KnownSecret[] Known = [new("githubToken", "GitHub.")];
    private string _folder = null!;

    [SetUp]
    public void Lay_out() => _folder = Directory.CreateTempSubdirectory("infra-secrets-").FullName;

    [TearDown]
    public void Clean_up() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Without_a_passphrase_a_preview_takes_a_stand_in_and_shows_neither_it_nor_the_ciphertext()
    {
        var config = Configuration($"{{ githubToken: {{ secure: {Ciphertext} }} }}").Entries;

        var plan = await PlanAsync(config);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(config[Key].IsPlaceholder);
            Assert.That(config[Key].Display, Is.EqualTo("""{"githubToken":"[secret]"}"""));
            Shows_no(plan, config[Key].SecretTexts!.Single());
            Shows_no(plan, Ciphertext);
            Assert.That(Token(plan), Is.InstanceOf<SecretValue>());
        }
    }

    [Test]
    public async Task With_one_the_value_goes_into_the_resource_and_nowhere_else()
    {
        var config = Configuration("{}").Entries.SetItem(Key, ConfigEntry.Of(Key, $$"""{"githubToken":"{{Canary}}"}""", true));

        var plan = await PlanAsync(config);

        using (Assert.EnterMultipleScope())
        {
            Shows_no(plan, Canary);
            Assert.That(Token(plan), Is.EqualTo(new SecretValue(new StringValue($$"""{"token":"{{Canary}}"}"""))));
        }
    }

    [Test]
    public async Task Plain_text_fails_without_being_shown()
    {
        var config = Configuration($"{{ githubToken: {Canary} }}").Entries;

        var result = await PreviewAsync(config);
        var text = PreviewDocument.Text(result.Plan) + string.Join('\n', result.Problems);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Failed);
            Assert.That(text, Does.Contain("secrets.githubToken: got a value in plain text"));
            // The document repeats plain configuration, as Pulumi's does; the program adds nothing to that.
            Assert.That(text.Split(Canary), Has.Length.LessThanOrEqualTo(2));
        }
    }

    [Test]
    public void No_stack_file_of_the_repository_has_a_secret_in_plain_text()
    {
        var project = ProjectFile.Load(Repository.PathOf("Pulumi.yaml"));
        foreach (var stack in Engine.Projects.Stacks.List(project))
        {
            var entry = StackConfiguration.Load(project, Engine.Projects.StackFile.Load(project, stack), _ => null).Entries[Key];
            var values = System.Text.Json.JsonDocument.Parse(entry.Display).RootElement.EnumerateObject();
            Assert.That(values.Select(secret => secret.Value.GetString()), Is.All.EqualTo(SecretValue.Mask), stack);
        }
    }

    private static PropertyValue Token(Plan plan) =>
        plan
            .Steps.Select(step => step.State)
            .Single(state => state.Type == "aws:secretsmanager/secretVersion:SecretVersion")
            .Inputs.Properties["secretString"];

    private static void Shows_no(Plan plan, string secret) =>
        Assert.That(PreviewDocument.Text(plan), Does.Not.Contain(secret).And.Contain("[secret]"));

    private StackConfiguration Configuration(string secrets)
    {
        File.Copy(Repository.PathOf("Pulumi.yaml"), Path.Combine(_folder, "Pulumi.yaml"), overwrite: true);
        File.WriteAllText(
            Path.Combine(_folder, "Pulumi.dev.yaml"),
            $"""
            config:
              aws:region: eu-west-1
              idp-infra:system: idp-server
              idp-infra:environment: dev
              {Key}: {secrets}
            """
        );
        var project = ProjectFile.Load(Path.Combine(_folder, "Pulumi.yaml"));
        return StackConfiguration.Load(project, Engine.Projects.StackFile.Load(project, "dev"), _ => null);
    }

    private async Task<Plan> PlanAsync(IReadOnlyDictionary<string, ConfigEntry> config)
    {
        var result = await PreviewAsync(config);
        Assert.That(result.Problems, Is.Empty);
        return result.Plan;
    }

    private Task<PreviewResult> PreviewAsync(IReadOnlyDictionary<string, ConfigEntry> config) =>
        Preview.RunAsync(
            new PreviewOptions
            {
                Project = "idp-infra",
                Stack = "dev",
                RootDirectory = _folder,
                Config = config,
                Program = new InProcessProgram(() => Deployment.RunAsync(Program)),
            }
        );

    private static void Program()
    {
        var config = StackConfig.OfDeployment();
        var problems = new List<Infra.Validation.Problem>();
        var secrets = SecretsReader.Read(config, Known, problems);
        if (problems.Count > 0)
            throw Infra.Validation.Problems.ToRunException(problems, config.FileName);
        _ = new JsonSecret(
            "shop",
            new()
            {
                Context = TestStacks.Dev with { Secrets = secrets },
                Role = "tokens",
                Description = "Tokens",
                KeyArn = "arn:key",
                Values = ImmutableSortedDictionary<string, Input<string>>.Empty.Add("token", secrets.Find("githubToken")!),
            }
        );
    }
}
