using System.Collections.Immutable;
using Infra.Observability.Alarms;
using Pulumi;

namespace Infra.Tests.Observability;

/// <summary>A user pool with one application, watched.</summary>
internal static class UserPoolCase
{
    public static readonly UserPoolWatch Watch = new(
        Output.Create("ap-northeast-1_1"),
        ImmutableSortedDictionary.Create<string, Output<string>>(StringComparer.Ordinal).Add("web", Output.Create("client-1"))
    );
}
