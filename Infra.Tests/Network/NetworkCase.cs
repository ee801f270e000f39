using System.Collections.Immutable;
using Infra.Network;
using Infra.Settings.IdpServer;
using Infra.Validation;
using Pulumi.Testing;

namespace Infra.Tests.Network;

/// <summary>A network as production has it, without interface endpoints; each test changes one thing.</summary>
internal static class NetworkCase
{
    /// <summary>Sound args.</summary>
    public static IdpNetworkArgs Args() =>
        new()
        {
            Context = TestStacks.Prod,
            Plan = Plan(new NetworkSettings()),
            KeyArn = "arn:key",
        };

    /// <summary>The plan of the settings given.</summary>
    public static SubnetPlan Plan(NetworkSettings settings)
    {
        var problems = new List<Problem>();
        return SubnetPlan.Create(settings.Request("ap-northeast-1"), problems)
            ?? throw new ArgumentException(string.Join("; ", problems));
    }

    /// <summary>Runs a network of these args.</summary>
    public static Task<Sandbox> RunAsync(IdpNetworkArgs args) => Sandbox.RunAsync(() => _ = new IdpNetwork("idp", args));

    /// <summary>The <c>Name</c> tag of a resource.</summary>
    public static string NameTag(this MockResourceArgs resource) => resource.Tag("Name");

    /// <summary>A tag of a resource.</summary>
    public static string Tag(this MockResourceArgs resource, string key) =>
        (string)((ImmutableDictionary<string, object>)resource.Inputs["tags"])[key];

    /// <summary>An input that is a list of texts.</summary>
    public static string[] Texts(this MockResourceArgs resource, string input) =>
        [.. ((ImmutableArray<object>)resource.Inputs[input]).Cast<string>()];

    /// <summary>An input that is a list of maps, each written as <c>key=value</c> pairs in order of the keys.</summary>
    public static string[] Maps(this MockResourceArgs resource, string input) =>
        [
            .. ((ImmutableArray<object>)resource.Inputs[input]).Select(map =>
                string.Join(
                    ' ',
                    ((ImmutableDictionary<string, object>)map)
                        .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                        .Select(pair => $"{pair.Key}={pair.Value}")
                )
            ),
        ];
}
