using System.Collections.Immutable;
using Infra.Compute;
using Infra.Naming;
using Infra.Observability.Alarms;
using Infra.Policies;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;

namespace Infra.Serverless;

/// <summary>
/// A function of Lambda with a role of its own, a log group made before it, and the alias <c>live</c> that callers use: a bad version is
/// taken back by pointing the alias at the one before.
/// </summary>
internal sealed class LambdaFunction : ComponentResource
{
    /// <summary>The alias that callers use.</summary>
    public const string Live = "live";

    private readonly LambdaFunctionArgs _args;
    private readonly string _parts;

    /// <summary>The name, known before anything is deployed.</summary>
    public string FunctionName { get; }

    /// <summary>The ARN without version, known before anything is deployed.</summary>
    public string Arn { get; }

    /// <summary>The alias; nothing where no versions are published.</summary>
    public string? Alias { get; }

    /// <summary>What callers name: the alias, or the function where there is none. Known before anything is deployed.</summary>
    public string CallArn { get; }

    /// <summary>The same as API Gateway calls it, from the resource, so that it is there first.</summary>
    [Output("invokeArn")]
    public Output<string> InvokeArn { get; }

    /// <summary>The name of its log group, known before anything is deployed.</summary>
    public string LogGroupName { get; }

    /// <summary>Its role.</summary>
    [Output("roleArn")]
    public Output<string> RoleArn { get; }

    /// <summary>The name of its role, known before anything is deployed.</summary>
    public string RoleName { get; }

    /// <summary>Whether events are kept that it was called with asynchronously and failed at for good.</summary>
    public bool KeepsFailedEvents => _args.Failures is not null;

    /// <summary>How it is watched.</summary>
    /// <param name="key">What its alarms begin with.</param>
    public FunctionWatch Watch(string key) =>
        new(key, FunctionName, _args.Shape.TimeoutSeconds)
        {
            WarmAlias = _args.Shape.ProvisionedConcurrency > 0 ? Alias : null,
            FailureQueue = _args.Failures?.QueueArn.Split(':')[^1],
        };

    /// <summary>Makes the function.</summary>
    public LambdaFunction(string name, LambdaFunctionArgs args, ComponentResourceOptions? options = null)
        : base("idp:serverless:LambdaFunction", name, options)
    {
        args.Validate().ThrowIfAny(this);
        _args = args;
        var (context, role) = (args.Context, args.Role);
        // A component that is named after its role says it once.
        _parts = name.EndsWith($"-{role}", StringComparison.Ordinal) ? name : $"{name}-{role}";
        RoleName = context.Label.Role($"{role}-function");
        FunctionName = args.Name is { } given ? NameRule.Function.Check(given) : context.Label.Function(role);
        Arn = context.Arn("lambda", $"function:{FunctionName}");
        LogGroupName = $"/aws/lambda/{FunctionName}";
        Alias = args.Shape.Publish ? Live : null;
        CallArn = Alias is null ? Arn : $"{Arn}:{Alias}";

        var log = new LogGroup(
            $"{_parts}-log",
            new()
            {
                Name = LogGroupName,
                RetentionInDays = args.Shape.LogRetentionDays,
                KmsKeyId = args.KeyArn,
                Tags = context.Label.NameTag($"{role}-log"),
            },
            new() { Parent = this }
        );
        RoleArn = new LambdaRole(
            $"{_parts}-role",
            context,
            $"{role}-function",
            $"Rights of function {FunctionName}",
            Rights(),
            this
        ).Arn;
        var function = new Function(_parts, Function(log), new() { Parent = this });
        InvokeArn = args.Shape.Publish ? Published(function) : function.InvokeArn;
        if (args.Failures is { } failures)
            Keep(function, failures);

        RegisterOutputs(new Dictionary<string, object?> { ["invokeArn"] = InvokeArn, ["roleArn"] = RoleArn });
    }

    private Output<ImmutableArray<Statement>> Rights() =>
        Output
            .Tuple(_args.KeyArn, _args.Statements)
            .Apply(known => LambdaRights.Of(_args, Arn, LogGroupName, known.Item1).Concat(known.Item2).ToImmutableArray());

    private FunctionArgs Function(LogGroup log)
    {
        var function = new FunctionArgs
        {
            Name = FunctionName,
            Description = _args.Description,
            Role = RoleArn,
            Runtime = _args.Shape.Runtime,
            Handler = _args.Shape.Handler,
            Architectures = [_args.Shape.Architecture == CpuArchitecture.Arm64 ? "arm64" : "x86_64"],
            MemorySize = _args.Shape.MemoryMiB,
            Timeout = _args.Shape.TimeoutSeconds,
            EphemeralStorage = new FunctionEphemeralStorageArgs { Size = _args.Shape.StorageMiB },
            Publish = _args.Shape.Publish,
            LoggingConfig = new FunctionLoggingConfigArgs
            {
                LogFormat = "JSON",
                LogGroup = log.Name,
                ApplicationLogLevel = _args.Shape.LogLevel.ToString().ToUpperInvariant(),
                // Of Lambda's own lines the report of each call is INFO; durations and memory are read from it.
                SystemLogLevel = "INFO",
            },
            TracingConfig = new FunctionTracingConfigArgs { Mode = _args.Shape.Tracing ? "Active" : "PassThrough" },
            Tags = _args.Context.Label.NameTag(_args.Role),
        };
        LambdaCode.Set(function, _args.Artifact);
        if (_args.Shape.ReservedConcurrency is { } reserved)
            function.ReservedConcurrentExecutions = reserved;
        if (_args.Environment.Count > 0)
        {
            function.KmsKeyArn = _args.KeyArn;
            var variables = new InputMap<string>();
            foreach (var (key, value) in _args.Environment)
                variables.Add(key, value);
            function.Environment = new FunctionEnvironmentArgs { Variables = variables };
        }
        if (_args.Network is { } network)
            function.VpcConfig = new FunctionVpcConfigArgs
            {
                SubnetIds = network.SubnetIds,
                SecurityGroupIds = [network.SecurityGroupId],
            };
        return function;
    }

    private Output<string> Published(Function function)
    {
        var alias = new Pulumi.Aws.Lambda.Alias(
            $"{_parts}-live",
            new()
            {
                Name = Live,
                Description = "What callers use",
                FunctionName = function.Name,
                FunctionVersion = function.Version,
            },
            new() { Parent = this }
        );
        if (_args.Shape.ProvisionedConcurrency > 0)
            _ = new ProvisionedConcurrencyConfig(
                $"{_parts}-warm",
                new()
                {
                    FunctionName = function.Name,
                    Qualifier = alias.Name,
                    ProvisionedConcurrentExecutions = _args.Shape.ProvisionedConcurrency,
                },
                new() { Parent = this }
            );
        return alias.InvokeArn;
    }

    // Settings of a function do not hold for its alias, so they are the alias's own where there is one.
    private void Keep(Function function, FailureQueue failures)
    {
        var config = new FunctionEventInvokeConfigArgs
        {
            FunctionName = function.Name,
            MaximumRetryAttempts = failures.Retries,
            MaximumEventAgeInSeconds = failures.MaxAgeSeconds,
            DestinationConfig = new FunctionEventInvokeConfigDestinationConfigArgs
            {
                OnFailure = new FunctionEventInvokeConfigDestinationConfigOnFailureArgs { Destination = Destination(failures) },
            },
        };
        if (Alias is not null)
            config.Qualifier = InvokeArn.Apply(_ => Live);
        _ = new FunctionEventInvokeConfig($"{_parts}-failures", config, new() { Parent = this });
    }

    private static Input<string> Destination(FailureQueue failures) =>
        failures.Made is { } made ? made.Apply(_ => failures.QueueArn) : failures.QueueArn;
}
