using Infra.Settings;

namespace Infra.Tests.Settings;

[NonParallelizable]
public sealed class StackConfigTests
{
    private static readonly string[] Names = ["PULUMI_PROJECT", "PULUMI_STACK", "PULUMI_CONFIG", "PULUMI_CONFIG_SECRET_KEYS"];
    private readonly Dictionary<string, string?> _before = [];

    [SetUp]
    public void Remember()
    {
        foreach (var name in Names)
            _before[name] = Environment.GetEnvironmentVariable(name);
    }

    [TearDown]
    public void Restore()
    {
        foreach (var (name, value) in _before)
            Environment.SetEnvironmentVariable(name, value);
    }

    [Test]
    public void The_environment_says_what_Pulumi_hands_over()
    {
        Set("idp-infra", "dev", """{"aws:region":"eu-west-1","idp-infra:settings":"{}"}""", """["idp-infra:settings"]""");

        var config = StackConfig.OfEnvironment();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((config.Project, config.Stack, config.FileName), Is.EqualTo(("idp-infra", "dev", "Pulumi.dev.yaml")));
            Assert.That(config.Get("aws:region"), Is.EqualTo("eu-west-1"));
            Assert.That(config.Get("aws:profile"), Is.Null);
            Assert.That(config.Keys, Is.EquivalentTo(new[] { "aws:region", "idp-infra:settings" }));
            Assert.That(config.SecretKeys, Is.EqualTo(new[] { "idp-infra:settings" }));
        }
    }

    [Test]
    public void Without_configuration_there_is_nothing_to_get()
    {
        Set(null, null, null, null);

        var config = StackConfig.OfEnvironment();

        Assert.That(
            (config.Project, config.Keys.Count, config.SecretKeys.Count, config.Get("aws:region")),
            Is.EqualTo(("", 0, 0, (string?)null))
        );
    }

    [Test]
    public async Task A_deployment_knows_its_project_and_stack()
    {
        Set(null, null, """{"aws:region":"eu-west-1"}""", null);
        StackConfig? config = null;

        await Sandbox.RunAsync(() => config = StackConfig.OfDeployment());

        Assert.That((config!.Stack, config.IsPreview, config.Keys.Single()), Is.EqualTo(("test", false, "aws:region")));
    }

    private static void Set(params string?[] values)
    {
        foreach (var (name, value) in Names.Zip(values))
            Environment.SetEnvironmentVariable(name, value);
    }
}
