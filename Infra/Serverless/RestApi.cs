using System.Collections.Immutable;
using Infra.Observability.Alarms;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.ApiGateway;
using Pulumi.Aws.ApiGateway.Inputs;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Lambda;
using Deployment = Pulumi.Aws.ApiGateway.Deployment;
using Resource = Pulumi.Resource;
using Rest = Pulumi.Aws.ApiGateway.RestApi;

namespace Infra.Serverless;

/// <summary>
/// A regional REST API: a table of routes, each answered by a function, users checked by a pool before any function runs. It is deployed anew
/// whenever what it answers changes.
/// </summary>
internal sealed class RestApi : ComponentResource
{
    /// <summary>What the names of logs of API Gateway's own work begin with; the id of the API and the stage follow.</summary>
    public const string ExecutionLogs = "API-Gateway-Execution-Logs_";

    /// <summary>TLS 1.2 with forward secrecy at least, of the API and of its own host name.</summary>
    public const string SecurityPolicy = "SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09";

    private readonly string _name;
    private readonly RestApiArgs _args;

    /// <summary>Its name, which is what CloudWatch calls it.</summary>
    public string ApiName { get; }

    /// <summary>The stage, known before anything is deployed.</summary>
    public string StageName { get; }

    /// <summary>What every path begins with: <c>/api</c>, or <c>/</c> where a host name of its own hides the stage.</summary>
    public string RootPath { get; }

    /// <summary>The name of the log of requests, known before anything is deployed.</summary>
    public string AccessLogName { get; }

    /// <summary>Its id.</summary>
    [Output("restApiId")]
    public Output<string> RestApiId { get; }

    /// <summary>The stage, which a web ACL is tied to.</summary>
    [Output("stageArn")]
    public Output<string> StageArn { get; }

    /// <summary>
    /// The host that a CDN asks, without scheme and path: AWS's own, or <see cref="RegionalDomainName"/> where the API has a host name.
    /// </summary>
    [Output("host")]
    public Output<string> Host { get; }

    /// <summary>Where its own host name leads to; nothing without one. Only a request with that name as <c>Host</c> is answered.</summary>
    public Output<string>? RegionalDomainName { get; }

    /// <summary>The zone of that, for DNS aliases; nothing without a host name of its own.</summary>
    public Output<string>? RegionalZoneId { get; }

    /// <summary>The API keys by client; secret. Empty without a usage plan.</summary>
    public ImmutableSortedDictionary<string, Output<string>> KeyValues { get; }

    /// <summary>How it is watched.</summary>
    public ApiWatch Watch { get; }

    /// <summary>Makes the API.</summary>
    public RestApi(string name, RestApiArgs args, ComponentResourceOptions? options = null)
        : base("idp:serverless:RestApi", name, options)
    {
        args.Validate().ThrowIfAny(this);
        (_name, _args) = ($"{name}-{args.Role}", args);
        var context = args.Context;
        (ApiName, StageName, RootPath) = (
            context.Label.Name(args.Role),
            args.StageName,
            args.Domain?.RootPath ?? $"/{args.StageName}"
        );
        Watch = new(args.Role, ApiName, StageName);
        AccessLogName = context.Label.LogGroup("apigateway", args.Role);

        var account = args.Account == ApiGatewayAccount.Manage ? new ApiAccount(_name, context, new() { Parent = this }) : null;
        var api = new Rest(
            _name,
            new()
            {
                Name = ApiName,
                Description = args.Description,
                EndpointConfiguration = new RestApiEndpointConfigurationArgs { Types = "REGIONAL" },
                SecurityPolicy = SecurityPolicy,
                EndpointAccessMode = AccessModeOf(args.Domain?.Strict ?? true),
                DisableExecuteApiEndpoint = !args.AnswersAsAws,
                Tags = context.Label.NameTag(args.Role),
            },
            new() { Parent = this }
        );
        var answers = new ApiAnswers(_name, args, api, this);
        var stage = Stage(api, Deployed(api, answers), account);
        ApiStageSettings.Make(_name, args, api, stage, this);
        Permit(api);
        if (answers.AuthorizerId is { } authorizer)
            PermitAuthorizer(api, authorizer);
        KeyValues = args.Usage is { } usage ? ApiKeys.Make(_name, args, usage, api, stage, this) : NoKeys;

        RestApiId = api.Id;
        // Whoever takes the ARN finds the stage.
        StageArn = stage.Arn;
        if (args.Domain is { } domain)
        {
            var host = new ApiHost(_name, args, domain, api, stage, this);
            (RegionalDomainName, RegionalZoneId) = (host.RegionalDomainName, host.RegionalZoneId);
        }
        Host = RegionalDomainName ?? api.Id.Apply(id => $"{id}.execute-api.{context.Region}.{Domain}");
        RegisterOutputs(
            new Dictionary<string, object?>
            {
                ["restApiId"] = RestApiId,
                ["stageArn"] = StageArn,
                ["host"] = Host,
            }
        );
    }

    /// <summary>What <see cref="SecurityPolicy"/> needs to be told.</summary>
    /// <param name="strict">Whether host name, certificate and kind of endpoint must agree.</param>
    public static string AccessModeOf(bool strict) => strict ? "STRICT" : "BASIC";

    private string Domain => _args.Context.Partition == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";

    private Deployment Deployed(Rest api, ApiAnswers answers)
    {
        var deployment = new DeploymentArgs { RestApi = api.Id, Triggers = { ["definition"] = ApiDefinition.HashOf(_args) } };
        if (_args.UserPoolArn is { } pool)
            deployment.Triggers.Add("userPool", pool);
        // It freezes what is there when it is made.
        return new($"{_name}-deployment", deployment, new() { Parent = this, DependsOn = [.. answers.Made] });
    }

    private Stage Stage(Rest api, Deployment deployment, ApiAccount? account)
    {
        var requests = Log("requests", AccessLogName);
        var before = new InputList<Resource>();
        if (account is not null)
            before.Add(account);
        // API Gateway would make this group itself, and keep it for ever.
        if (_args.ExecutionLog != ApiExecutionLog.Off)
            before.Add(Log("execution", api.Id.Apply(id => $"{ExecutionLogs}{id}/{StageName}")));
        return new(
            $"{_name}-stage",
            new()
            {
                RestApi = api.Id,
                Deployment = deployment.Id,
                StageName = StageName,
                AccessLogSettings = new StageAccessLogSettingsArgs
                {
                    DestinationArn = requests.Arn,
                    Format = ApiAccessLog.FormatOf(_args),
                },
                XrayTracingEnabled = _args.Tracing,
                Tags = _args.Context.Label.NameTag($"{_args.Role}-{StageName}"),
            },
            new() { Parent = this, DependsOn = before }
        );
    }

    private void Permit(Rest api)
    {
        foreach (var (key, function) in _args.Functions)
        {
            var permission = new PermissionArgs
            {
                StatementId = $"{ApiName}-{StageName}",
                Action = "lambda:InvokeFunction",
                Function = function.InvokeArn.Apply(_ => function.Name),
                Principal = "apigateway.amazonaws.com",
                SourceArn = api.ExecutionArn.Apply(arn => $"{arn}/{StageName}/*/*"),
            };
            if (function.Alias is { } alias)
                permission.Qualifier = alias;
            _ = new Permission($"{_name}-may-call-{key}", permission, new() { Parent = this });
        }
    }

    // The pool needs none: API Gateway checks its tokens itself.
    private void PermitAuthorizer(Rest api, Output<string> authorizer)
    {
        if (_args.Authorizer is not { Function: var function })
            return;
        var permission = new PermissionArgs
        {
            StatementId = $"{ApiName}-authorizer",
            Action = "lambda:InvokeFunction",
            Function = function.InvokeArn.Apply(_ => function.Name),
            Principal = "apigateway.amazonaws.com",
            SourceArn = Output.Tuple(api.ExecutionArn, authorizer).Apply(both => $"{both.Item1}/authorizers/{both.Item2}"),
        };
        if (function.Alias is { } alias)
            permission.Qualifier = alias;
        _ = new Permission($"{_name}-may-ask-authorizer", permission, new() { Parent = this });
    }

    private static ImmutableSortedDictionary<string, Output<string>> NoKeys { get; } =
        ImmutableSortedDictionary.Create<string, Output<string>>(StringComparer.Ordinal);

    private LogGroup Log(string role, Input<string> group) =>
        new(
            $"{_name}-{role}-log",
            new()
            {
                Name = group,
                RetentionInDays = _args.LogRetentionDays,
                KmsKeyId = _args.KeyArn,
                Tags = _args.Context.Label.NameTag($"{_args.Role}-{role}-log"),
            },
            new() { Parent = this }
        );
}
