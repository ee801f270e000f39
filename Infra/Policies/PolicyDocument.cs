using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Policies;

/// <summary>
/// Writes policies. They are written here rather than asked of a provider function, so that a policy made of known values is itself known
/// before anything is deployed, and the same statements always give the same text.
/// </summary>
internal static class PolicyDocument
{
    // The default encoder writes & and + as \u0026 and \u002b: the same policy, but nobody can read it in a plan.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The policy of some statements.</summary>
    public static string Of(params IEnumerable<Statement> statements) =>
        new JsonObject
        {
            ["Version"] = "2012-10-17",
            ["Statement"] = new JsonArray([.. statements.Select(statement => (JsonNode)statement.ToJson())]),
        }.ToJsonString(Readable);

    /// <summary>The trust policy of a role that one service of AWS takes for this account only.</summary>
    /// <param name="service">For example <c>vpc-flow-logs.amazonaws.com</c>.</param>
    /// <param name="accountId">The account for which the service must be acting.</param>
    /// <param name="sourceArn">Pattern of the thing for which it must be acting.</param>
    public static string Trust(string service, string accountId, string sourceArn) =>
        Of(
            new Statement("ServiceTakesRole")
            {
                Principal = Principal.Services(service),
                Actions = ["sts:AssumeRole"],
                Resources = [],
                Conditions = [new("StringEquals", "aws:SourceAccount", accountId), new("ArnLike", "aws:SourceArn", sourceArn)],
            }
        );

    // AWS stores a list of one as a text and hands it back so: writing a list would show a difference for ever.
    internal static JsonNode List(IReadOnlyList<string> values) =>
        values.Count == 1 ? JsonValue.Create(values[0]) : new JsonArray([.. values.Select(value => (JsonNode)value)]);
}
