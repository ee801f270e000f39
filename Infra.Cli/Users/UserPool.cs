using System.Text.Json;
using Infra.Cli.Deployed;

namespace Infra.Cli.Users;

/// <summary>The Cognito user pool of a deployed stack.</summary>
/// <param name="Id">Its id, for example <c>ap-northeast-1_AbC123</c>.</param>
/// <param name="AccountId">The AWS account of the stack. Default: the outputs do not say it.</param>
internal sealed record UserPool(string Id, string? AccountId)
{
    /// <summary>The region, which is the beginning of every pool's id.</summary>
    public string Region => Id[..Id.IndexOf('_', StringComparison.Ordinal)];

    /// <summary>Reads the pool from the outputs of a stack.</summary>
    /// <param name="outputs">The document of <c>pulumi stack output --json</c>.</param>
    /// <param name="source">Where the outputs come from, for the message.</param>
    /// <exception cref="Engine.InputException">They name no pool, or more than one.</exception>
    public static UserPool Of(JsonElement outputs, string source)
    {
        var read = new OutputReader(outputs);
        var id = read.TextNamed("userPoolId");
        if (id.Length > 0 && id.IndexOf('_', StringComparison.Ordinal) <= 0)
            read.Refuse("userPoolId", id, "an id such as ap-northeast-1_AbC123");
        read.ThrowIfAny(source);
        return new(id, read.OptionalText("accountId"));
    }
}
