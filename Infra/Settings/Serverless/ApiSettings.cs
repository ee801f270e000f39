using System.Collections.Immutable;
using Infra.Serverless;
using Pulumi;

namespace Infra.Settings.Serverless;

/// <summary>Settings of a REST API.</summary>
internal sealed record ApiSettings
{
    [Setting("Requests a second that it answers over time; more are turned away with 429.", Min = 1, Max = 10_000)]
    public int RequestsPerSecond { get; init; } = 100;

    [Setting("Requests that it answers at once.", Min = 1, Max = 5000)]
    public int Burst { get; init; } = 200;

    [LogRetention("How long requests are logged.")]
    public int LogRetentionDays { get; init; } = 30;

    [Setting("What API Gateway writes of its own work, besides a line for each request.")]
    public ApiExecutionLog ExecutionLog { get; init; } = ApiExecutionLog.Error;

    [Setting("Whether X-Ray traces requests.")]
    public bool Tracing { get; init; }

    [Setting(
        "Who lets API Gateway write logs, which is set once for an account and region. Exactly one stack of each manages it; without it AWS "
            + "refuses the API."
    )]
    public ApiGatewayAccount Account { get; init; } = ApiGatewayAccount.Manage;

    /// <summary>An API with these settings; what answers its routes is the system's to say.</summary>
    /// <param name="context">The stack.</param>
    /// <param name="role">What it is called behind the stack's prefix.</param>
    /// <param name="description">What it is for, as people read it in the console.</param>
    /// <param name="keyArn">The key of its logs.</param>
    /// <param name="routes">What it answers.</param>
    public RestApiArgs ToArgs(
        StackContext context,
        string role,
        string description,
        Input<string> keyArn,
        ImmutableArray<ApiRoute> routes
    ) =>
        new()
        {
            Context = context,
            Role = role,
            Description = description,
            KeyArn = keyArn,
            Routes = routes,
            RequestsPerSecond = RequestsPerSecond,
            Burst = Burst,
            LogRetentionDays = LogRetentionDays,
            ExecutionLog = ExecutionLog,
            Tracing = Tracing,
            Account = Account,
        };
}
