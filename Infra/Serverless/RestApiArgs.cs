using System.Collections.Immutable;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Serverless;

/// <summary>What a <see cref="RestApi"/> needs.</summary>
internal sealed record RestApiArgs
{
    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>What it is called behind the stack's prefix, for example <c>api</c>.</summary>
    public required string Role { get; init; }

    /// <summary>What it is for, as people read it in the console.</summary>
    public required string Description { get; init; }

    /// <summary>What it answers.</summary>
    public required ImmutableArray<ApiRoute> Routes { get; init; }

    /// <summary>The functions that answer, by the keys that routes name. Default: none; a <see cref="LambdaApi"/> gives its own.</summary>
    public ImmutableSortedDictionary<string, ApiFunction> Functions { get; init; } =
        ImmutableSortedDictionary.Create<string, ApiFunction>(StringComparer.Ordinal);

    /// <summary>The key of its logs; its policy must let CloudWatch Logs use it.</summary>
    public required Input<string> KeyArn { get; init; }

    /// <summary>The user pool whose users routes are open to. Default: none, so that every route must be open to anybody.</summary>
    public Input<string>? UserPoolArn { get; init; }

    /// <summary>The function that says who brings a token. Default: none. An API has a pool or a function, not both.</summary>
    public ApiAuthorizer? Authorizer { get; init; }

    /// <summary>
    /// Scopes of which a user's access token must have one. Default: none, and API Gateway takes id tokens instead: those of a sign-in
    /// by SRP have no scopes of ours.
    /// </summary>
    public ImmutableArray<string> Scopes { get; init; } = [];

    /// <summary>Default: none; pages of other origins cannot call it.</summary>
    public ApiCors? Cors { get; init; }

    /// <summary>JSON schemas of bodies by name, which routes name. Default: none. <see cref="ApiModels.JsonObjectSchema"/> is one.</summary>
    public ImmutableSortedDictionary<string, string> Models { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Who may use how much, by keys. Default: nobody is told apart; no route may ask for a key.</summary>
    public ApiUsagePlan? Usage { get; init; }

    /// <summary>A host name of its own. Default: none, it answers under AWS's.</summary>
    public ApiDomain? Domain { get; init; }

    /// <summary>
    /// The stage, the first word of every path. Default: <c>api</c>, so that a CDN passes <c>/api/…</c> on without rewriting it.
    /// </summary>
    public string StageName { get; init; } = "api";

    /// <summary>Requests a second that it answers over time. Default: 100.</summary>
    public int RequestsPerSecond { get; init; } = 100;

    /// <summary>Requests that it answers at once. Default: 200.</summary>
    public int Burst { get; init; } = 200;

    /// <summary>How long logs are kept. Default: a month.</summary>
    public int LogRetentionDays { get; init; } = 30;

    /// <summary>What API Gateway writes of its own work, besides a line for each request. Default: errors.</summary>
    public ApiExecutionLog ExecutionLog { get; init; } = ApiExecutionLog.Error;

    /// <summary>Whether X-Ray traces requests. Default: false.</summary>
    public bool Tracing { get; init; }

    /// <summary>Who lets API Gateway write logs. Default: another stack; see <see cref="ApiGatewayAccount"/>.</summary>
    public ApiGatewayAccount Account { get; init; } = ApiGatewayAccount.Assume;

    /// <summary>Whether it answers under AWS's own host name. Default: only without a domain of its own.</summary>
    public bool? ExecuteEndpoint { get; init; }

    /// <summary>Each method of each route.</summary>
    public IEnumerable<ApiRoute> Calls => Routes.SelectMany(route => route.Calls);

    /// <summary>Whether it does answer under AWS's own host name.</summary>
    public bool AnswersAsAws => ExecuteEndpoint ?? Domain is null;

    /// <summary>What pages of the other origin are told, with the header of keys where a route asks for one.</summary>
    public ApiCors? AnsweredCors => Routes.Any(route => route.Key != ApiKeyUse.None) ? Cors?.WithKeys : Cors;

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate() => ApiCheck.Problems(this);
}
