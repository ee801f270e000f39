using System.Collections.Immutable;
using Infra.Serverless;
using Infra.Settings;
using Infra.Settings.Serverless;
using Infra.Tests.Serverless;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Settings.Serverless;

public sealed class DomainFunctionsTests
{
    private static readonly DomainFunctions Api = new(
        "finsight",
        ImmutableSortedDictionary<string, DomainFunctionSettings>
            .Empty.Add("auth", new() { ReservedConcurrency = 60 })
            .Add("reports", new() { MemoryMiB = 1024, ReservedConcurrency = 40 }),
        new() { Issuer = "https://example.auth0.com/", Audience = "https://api.example.com" },
        new()
    );

    [Test]
    public void A_function_is_a_Go_binary_where_its_build_puts_it()
    {
        var function = Api.ToFunctions(domain => $"Answers {domain}")["auth"];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(function.Description, Is.EqualTo("Answers auth"));
            Assert.That(function.Artifact.Path, Is.EqualTo("artifacts/finsight-auth.zip"));
            Assert.That(
                function.Artifact.BuildCommand,
                Is.EqualTo(
                    "GOOS=linux GOARCH=arm64 CGO_ENABLED=0 go build -trimpath -ldflags=-buildid= -tags lambda.norpc -o bootstrap ./cmd/auth "
                        + "&& zip -X artifacts/finsight-auth.zip bootstrap"
                )
            );
            Assert.That(
                function.Shape,
                Is.EqualTo(
                    new LambdaShape
                    {
                        Runtime = "provided.al2023",
                        Handler = "bootstrap",
                        MemoryMiB = 512,
                        TimeoutSeconds = 30,
                        ReservedConcurrency = 60,
                        Tracing = true,
                    }
                )
            );
        }
    }

    [Test]
    public void The_component_gets_what_the_stack_file_says()
    {
        var settings = new DomainFunctionSettings
        {
            Artifact = new()
            {
                Bucket = "b",
                Key = "k",
                Version = "v",
            },
            Runtime = "nodejs24.x",
            Handler = "index.handler",
            Architecture = Infra.Compute.CpuArchitecture.X86_64,
            MemoryMiB = 256,
            TimeoutSeconds = 9,
            ReservedConcurrency = 20,
            ProvisionedConcurrency = 3,
            Tracing = false,
            LogLevel = LambdaLogLevel.Error,
            LogRetentionDays = 14,
        };

        var function = settings.ToFunction("finsight", "auth", "x");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                function.Artifact,
                Is.EqualTo(
                    new LambdaArtifact
                    {
                        Bucket = "b",
                        Key = "k",
                        Version = "v",
                    }
                )
            );
            Assert.That(
                function.Shape,
                Is.EqualTo(
                    new LambdaShape
                    {
                        Runtime = "nodejs24.x",
                        Handler = "index.handler",
                        Architecture = Infra.Compute.CpuArchitecture.X86_64,
                        MemoryMiB = 256,
                        TimeoutSeconds = 9,
                        ReservedConcurrency = 20,
                        ProvisionedConcurrency = 3,
                        Tracing = false,
                        LogLevel = LambdaLogLevel.Error,
                        LogRetentionDays = 14,
                    }
                )
            );
            Assert.That(
                new DomainFunctionSettings { Architecture = Infra.Compute.CpuArchitecture.X86_64 }
                    .ToFunction("finsight", "auth", "x")
                    .Artifact.BuildCommand,
                Does.Contain("GOARCH=amd64")
            );
            Assert.That(
                new DomainFunctionSettings { Artifact = new() { BuildCommand = "make" } }
                    .ToFunction("finsight", "auth", "x")
                    .Artifact.BuildCommand,
                Is.EqualTo("make")
            );
        }
    }

    [Test]
    public async Task The_authorizer_is_told_issuer_audience_and_keys()
    {
        var asked = Api.Authorizer!.ToAuthorizer("finsight");

        var told = new List<string>();
        foreach (var (key, value) in asked.Function.Environment)
            told.Add($"{key}={await OutputUtilities.GetValueAsync((Output<string>)value)}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                told,
                Is.EqualTo(
                    new[]
                    {
                        "JWKS_URL=https://example.auth0.com/.well-known/jwks.json",
                        "JWT_AUDIENCE=https://api.example.com",
                        "JWT_ISSUER=https://example.auth0.com/",
                    }
                )
            );
            Assert.That(asked.CacheSeconds, Is.EqualTo(300));
            Assert.That((asked.Function.Shape.MemoryMiB, asked.Function.Shape.TimeoutSeconds), Is.EqualTo((256, 10)));
            Assert.That(asked.Function.Shape.ReservedConcurrency, Is.Null);
            Assert.That(asked.Function.Artifact.Path, Is.EqualTo("artifacts/finsight-authorizer.zip"));
            Assert.That(
                (Api.Authorizer with { JwksUrl = "https://keys.example.com/" }).KeysAt,
                Is.EqualTo("https://keys.example.com/")
            );
        }
    }

    [TestCase(null)]
    [TestCase("https://example.auth0.com")]
    [TestCase("http://example.auth0.com/")]
    [TestCase("example.auth0.com/")]
    [TestCase("https://example.auth0.com/?a=/")]
    public void An_issuer_is_what_tokens_say_letter_by_letter(string? issuer) =>
        Assert.That(
            Texts(Api with { Authorizer = Api.Authorizer! with { Issuer = issuer } }),
            Is.EqualTo(
                new[]
                {
                    $"authorizer.issuer: got {issuer ?? "nothing"}, want an address such as https://example.auth0.com/, with the slash at its "
                        + "end; it is compared with each token's iss letter by letter",
                }
            )
        );

    [Test]
    public void An_audience_is_needed_and_keys_come_safely() =>
        Assert.That(
            Texts(Api with { Authorizer = Api.Authorizer! with { Audience = null, JwksUrl = "http://keys.example.com/" } }),
            Is.EqualTo(
                new[]
                {
                    "authorizer.audience: got nothing, want the identifier of the API at the issuer; tokens for other APIs of the issuer would "
                        + "be taken",
                    "authorizer.jwksUrl: got http://keys.example.com/, want an address with https; who could change the keys on their way could "
                        + "sign tokens",
                }
            )
        );

    [Test]
    public void Defaults_are_sound_and_problems_are_told_by_their_keys()
    {
        var bad = Api with
        {
            Functions = Api.Functions.SetItem("auth", new() { Runtime = "provided.al2", LogLevel = LambdaLogLevel.Debug }),
            Concurrency = new() { Account = 50 },
        };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Texts(Api), Is.Empty);
            Assert.That(
                bad.Validate(production: true).Select(problem => problem.Path),
                Is.EqualTo(
                    new[] { "functions.auth.runtime", "functions.auth.logLevel", "concurrency.reserved", "concurrency.account" }
                )
            );
            Assert.That(bad.Validate(production: false).Select(problem => problem.Path), Has.None.EndsWith("logLevel"));
            Assert.That(
                bad.Validate(production: true).First().ToString(),
                Does.Contain("Amazon Linux 2 reached its end in June 2026; Go runs on provided.al2023")
            );
        }
    }

    [Test]
    public void Together_they_are_an_API_of_functions()
    {
        var args = Api.ToArgs(LambdaApiCase.Args().Functions, LambdaApiCase.Args().Api) with
        {
            Authorizer = LambdaApiCase.Args().Authorizer,
        };

        Assert.That(args.Validate(), Is.Empty);
    }

    [Test]
    public void Clients_have_keys_and_limits()
    {
        var plan = new UsagePlanSettings { Clients = ["web", "mobile", "web"], KeyVersion = 2 }.ToPlan();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.Clients.Keys, Is.EqualTo(new[] { "mobile", "web" }));
            Assert.That(plan.Clients["web"].KeyVersion, Is.EqualTo(2));
            Assert.That((plan.Limit, plan.RequestsPerDay), Is.EqualTo((new ApiLimit(10, 20), 10_000)));
            Assert.That(new UsagePlanSettings().Validate(), Is.Empty);
            Assert.That(
                new UsagePlanSettings { Clients = [] }
                    .Validate()
                    .Single()
                    .ToString(),
                Does.StartWith("clients: got an empty map, want one or more clients;")
            );
        }
    }

    private static string[] Texts(DomainFunctions settings) =>
        [.. settings.Validate(production: true).Select(problem => problem.ToString())];
}
