using Infra.Data;
using Infra.Serverless;
using Infra.Settings;
using Infra.Settings.Serverless;
using Infra.Tests.Serverless;

namespace Infra.Tests.Settings.Serverless;

public sealed class ServerlessSettingsTests
{
    private static readonly FunctionSettings Function = new() { Artifact = new() { Path = "api/dist" } };

    [Test]
    public void Defaults_are_sound()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Function.Validate(production: true), Is.Empty);
            Assert.That(new TableSettings().Validate(protect: true), Is.Empty);
            Assert.That(new CanarySettings().Validate(), Is.Empty);
            Assert.That(new TableSettings().Capacity, Is.Null);
            Assert.That(new ApiSettings().Account, Is.EqualTo(ApiGatewayAccount.Manage));
        }
    }

    [Test]
    public void The_component_gets_what_the_stack_file_says()
    {
        var settings = Function with
        {
            Runtime = "nodejs24.x",
            Handler = "main.run",
            Architecture = Infra.Compute.CpuArchitecture.X86_64,
            MemoryMiB = 256,
            TimeoutSeconds = 9,
            ReservedConcurrency = 20,
            ProvisionedConcurrency = 3,
            AccountConcurrency = 500,
            Tracing = true,
            LogLevel = LambdaLogLevel.Error,
            LogRetentionDays = 14,
        };

        Assert.That(
            settings.ToShape(),
            Is.EqualTo(
                new LambdaShape
                {
                    Runtime = "nodejs24.x",
                    Handler = "main.run",
                    Architecture = Infra.Compute.CpuArchitecture.X86_64,
                    MemoryMiB = 256,
                    TimeoutSeconds = 9,
                    ReservedConcurrency = 20,
                    ProvisionedConcurrency = 3,
                    AccountConcurrency = 500,
                    Tracing = true,
                    LogLevel = LambdaLogLevel.Error,
                    LogRetentionDays = 14,
                }
            )
        );
    }

    [Test]
    public void Nothing_is_reserved_where_the_stack_file_says_0() =>
        Assert.That((Function with { ReservedConcurrency = 0 }).ToShape().ReservedConcurrency, Is.Null);

    [Test]
    public void Code_is_where_the_stack_file_says()
    {
        var settings = new ArtifactSettings
        {
            Path = "p",
            BuildCommand = "make",
            Bucket = "b",
            Key = "k",
            Version = "v",
            CodeHash = FunctionCase.SomeHash,
        };

        Assert.That(
            settings.ToArtifact(),
            Is.EqualTo(
                new LambdaArtifact
                {
                    Path = "p",
                    BuildCommand = "make",
                    Bucket = "b",
                    Key = "k",
                    Version = "v",
                    CodeHash = FunctionCase.SomeHash,
                }
            )
        );
    }

    [Test]
    public void Problems_are_told_by_their_keys()
    {
        var bad = new FunctionSettings
        {
            ProvisionedConcurrency = 5,
            ReservedConcurrency = 2,
            LogLevel = LambdaLogLevel.Debug,
        };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                bad.Validate(production: true).Select(problem => problem.Path),
                Is.EqualTo(new[] { "artifact.path", "provisionedConcurrency", "logLevel" })
            );
            Assert.That(bad.Validate(production: false).Select(problem => problem.Path), Has.None.EqualTo("logLevel"));
            Assert.That(
                new TableSettings
                {
                    Billing = TableBilling.Provisioned,
                    MinRead = 200,
                    RecoveryDays = 0,
                }
                    .Validate(protect: true)
                    .Select(problem => problem.ToString()),
                Is.EqualTo(
                    new[]
                    {
                        "maxRead: got 100, want 200 or more, the minRead; raise it, or lower the other",
                        "recoveryDays: got 0, want 1 to 35; 0 needs protect: false",
                    }
                )
            );
            Assert.That(
                new CanarySettings { EveryMinutes = 1, TimeoutSeconds = 90 }
                    .Validate()
                    .Single()
                    .ToString(),
                Does.StartWith("timeoutSeconds: got 90, want 15 to 60;")
            );
        }
    }

    [Test]
    public void Runtimes_of_the_stack_file_are_those_that_AWS_maintains() =>
        Assert.That(
            typeof(FunctionSettings)
                .GetProperty(nameof(FunctionSettings.Runtime))!
                .GetCustomAttributes(false)
                .OfType<SettingAttribute>()
                .Single()
                .Words,
            Is.EqualTo(LambdaRuntimes.Maintained)
        );
}
