using System.Collections.Immutable;
using Moq;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests;

/// <summary>
/// Runs a program on mocks and keeps what it registered. Parents, protection and secrets do not show in mocks: the goldens of whole stacks
/// prove those, through the engine.
/// </summary>
internal sealed class Sandbox
{
    private readonly List<MockResourceArgs> _registered = [];

    /// <summary>Every custom resource and component, in the order of registration.</summary>
    public IReadOnlyList<MockResourceArgs> Registered => _registered;

    /// <summary>Runs a program as an update, so that every output has a value.</summary>
    /// <param name="program">The program.</param>
    /// <param name="account">The account of the credentials that its providers are given.</param>
    public static async Task<Sandbox> RunAsync(Action program, string account = "111111111111")
    {
        var sandbox = new Sandbox();
        var mocks = new Mock<IMocks>(MockBehavior.Strict);
        mocks
            .Setup(mock => mock.NewResourceAsync(It.IsAny<MockResourceArgs>()))
            .Returns<MockResourceArgs>(args => Task.FromResult<(string?, object)>(sandbox.Answer(args)));
        mocks
            .Setup(mock => mock.CallAsync(It.IsAny<MockCallArgs>()))
            .Returns<MockCallArgs>(call => Task.FromResult<object>(Identity(call, account)));
        mocks
            .Setup(mock => mock.RegisterResourceOutputs(It.IsAny<MockRegisterResourceOutputsRequest>()))
            .Returns(Task.CompletedTask);
        await Deployment.TestAsync(mocks.Object, new TestOptions { IsPreview = false, StackName = "test" }, program);
        return sandbox;
    }

    /// <summary>The only resource of a type.</summary>
    public MockResourceArgs One(string type) => All(type).Single();

    /// <summary>The resource of a type and a logical name.</summary>
    public MockResourceArgs One(string type, string name) => All(type).Single(resource => resource.Name == name);

    /// <summary>All resources of a type.</summary>
    public IEnumerable<MockResourceArgs> All(string type) => _registered.Where(resource => resource.Type == type);

    // Every output that a child of ours reads is answered; one left out would vanish from the child's inputs without a word.
    private (string? Id, object State) Answer(MockResourceArgs args)
    {
        lock (_registered)
            _registered.Add(args);
        var outputs = new Dictionary<string, object>
        {
            ["arn"] = $"arn:{args.Name}",
            ["keyId"] = $"key-id:{args.Name}",
            ["allocationId"] = $"allocation:{args.Name}",
            ["defaultRouteTableId"] = $"default-rt:{args.Name}",
            ["defaultNetworkAclId"] = $"default-acl:{args.Name}",
            ["ipv6CidrBlock"] = "2406:da14:1:ab00::/56",
            ["result"] = $"password:{args.Name}",
            ["address"] = $"{args.Name}.example",
            ["masterUserSecrets"] = new[] { new Dictionary<string, object> { ["secretArn"] = $"arn:master-of-{args.Name}" } },
            ["primaryEndpointAddress"] = $"primary:{args.Name}",
            ["readerEndpointAddress"] = $"reader:{args.Name}",
            ["arnSuffix"] = $"suffix:{args.Name}",
            ["dnsName"] = $"dns:{args.Name}",
            ["zoneId"] = $"zone:{args.Name}",
            ["fqdn"] = $"fqdn:{args.Name}",
            ["domainName"] = $"domain:{args.Name}",
            ["endpoint"] = $"endpoint:{args.Name}",
            ["hostedZoneId"] = $"hosted-zone:{args.Name}",
            ["latestVersion"] = 7,
            ["certificateArn"] = $"validated:{args.Name}",
            ["clientSecret"] = $"client-secret:{args.Name}",
            ["cloudfrontDistribution"] = $"distribution:{args.Name}",
            ["cloudfrontDistributionZoneId"] = $"distribution-zone:{args.Name}",
            ["invokeArn"] = $"invoke:{args.Name}",
            ["executionArn"] = $"execution:{args.Name}",
            ["rootResourceId"] = $"root:{args.Name}",
            ["version"] = "7",
            ["regionalDomainName"] = $"regional:{args.Name}",
            ["regionalZoneId"] = $"regional-zone:{args.Name}",
            ["streamArn"] = $"stream:{args.Name}",
            ["defaultDomain"] = $"{args.Name}.amplifyapp.com",
            ["certificateVerificationDnsRecord"] = "_acm.example.com. CNAME _value.acm-validations.aws.",
        };
        if (args.Type == "aws:sesv2/emailIdentity:EmailIdentity")
            outputs["dkimSigningAttributes"] = new Dictionary<string, object> { ["tokens"] = new[] { "key1", "key2", "key3" } };
        if (args.Inputs.TryGetValue("domainName", out var domain))
            outputs["domainValidationOptions"] = Validations([(string)domain, .. Others(args)]);
        return ($"id:{args.Name}", args.Inputs.AddRange(outputs.Where(output => !args.Inputs.ContainsKey(output.Key))));
    }

    // The only function that our programs call.
    private static Dictionary<string, object> Identity(MockCallArgs call, string account) =>
        call.Token == "aws:index/getCallerIdentity:getCallerIdentity"
            ? new()
            {
                ["accountId"] = account,
                ["arn"] = $"arn:aws:iam::{account}:role/deploy",
                ["id"] = account,
                ["userId"] = "AROAEXAMPLE:deploy",
            }
            : throw new NotSupportedException($"{call.Token}: give Sandbox an answer for it");

    private static IEnumerable<string> Others(MockResourceArgs args) =>
        args.Inputs.TryGetValue("subjectAlternativeNames", out var names) ? ((ImmutableArray<object>)names).Cast<string>() : [];

    // As ACM answers: one for each name, the same record for a name and for everything below it.
    private static ImmutableArray<object> Validations(IEnumerable<string> names) =>
        [
            .. names.Select(name =>
                new Dictionary<string, object>
                {
                    ["domainName"] = name,
                    ["resourceRecordName"] = $"_acm.{name.Replace("*.", "", StringComparison.Ordinal)}",
                    ["resourceRecordType"] = "CNAME",
                    ["resourceRecordValue"] = $"_value.{name.Replace("*.", "", StringComparison.Ordinal)}",
                }.ToImmutableDictionary()
            ),
        ];
}
