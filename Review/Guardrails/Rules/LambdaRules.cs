using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>Functions of Lambda: how they run, what they hold, and what is left of them when they fail.</summary>
internal sealed class LambdaRules : GuardrailTable
{
    // In seconds: how long API Gateway waits where nothing is said, and what a function may take more to end by itself and log why.
    private const int Patience = 29;
    private const int Spare = 1;

    // The quota of an account in a region before AWS raises it, of which 100 must stay free for functions without a share.
    private const int Concurrency = 1000;
    private const int Unreserved = 100;

    // Types that live in the VPC and are named in variables.
    private static readonly string[] InNetwork =
    [
        "aws:rds/instance:Instance",
        "aws:rds/proxy:Proxy",
        "aws:rds/cluster:Cluster",
        "aws:elasticache/replicationGroup:ReplicationGroup",
    ];

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("Lambda.2", Grade.Medium, LambdaCalls.Function, "Functions run on runtimes that AWS still repairs")
            {
                Reason = "Holes of older runtimes stay open; later AWS refuses to update the function.",
                Fix = $"Set runtime to {LambdaRuntimes.Wanted}, and test the code with it.",
                Also = ["CKV_AWS_363", "AwsSolutions-L1"],
                When = function => function["packageType"].Text is not "Image",
                Check = function =>
                    function.Ask(
                        "runtime",
                        runtime => runtime.Text is { } text && LambdaRuntimes.IsSupported(text),
                        LambdaRuntimes.Wanted
                    ),
            },
            new("Lambda.3", Grade.Low, LambdaCalls.Function, "Functions that talk to something in a VPC are in it")
            {
                Reason = "Outside they cannot reach it, or it is open to the internet for them.",
                Fix = "Set vpcConfig.subnetIds and securityGroupIds.",
                Also = ["CKV_AWS_117"],
                When = function => function.Referred("environment").Any(target => InNetwork.Contains(target.Type)),
                Check = function => function.IsSet("vpcConfig.subnetIds", "subnets of the VPC"),
            },
            new("Lambda.5", Grade.Medium, LambdaCalls.Function, "Functions in a VPC have two zones or more")
            {
                Reason = "With the only zone the function is gone.",
                Fix = "Give vpcConfig.subnetIds of two availability zones.",
                When = function => function["vpcConfig.subnetIds"].IsGiven(),
                Check = HasTwoZones,
            },
            new("lambda-tracing", Grade.Low, LambdaCalls.Function, "Functions trace calls with X-Ray")
            {
                Reason = "Nobody can say where the time of a slow call went.",
                Fix = "Set tracingConfig.mode: Active, and let the role write to X-Ray. Traces are paid for by their number.",
                Also = ["CKV_AWS_50"],
                Check = function => function.IsOneOf("tracingConfig.mode", "Active"),
            },
            new(
                "lambda-failure-destination",
                Grade.Medium,
                LambdaCalls.Function,
                "Messages that a function cannot handle are kept"
            )
            {
                Reason = "After two more tries a message is gone, and nobody knows that it was there.",
                Fix = "Add lambda.FunctionEventInvokeConfig with destinationConfig.onFailure, or set deadLetterConfig.targetArn.",
                Also = ["CKV_AWS_116"],
                When = LambdaCalls.IsCalledAsynchronously,
                Check = function =>
                    Verdict.Of(
                        function["deadLetterConfig.targetArn"].IsGiven()
                            || function
                                .ReferredBy("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", "functionName")
                                .Any(rules => rules["destinationConfig.onFailure.destination"] is { IsEmpty: false }),
                        "deadLetterConfig: got nothing, and no FunctionEventInvokeConfig with onFailure; want one of them"
                    ),
            },
            new("lambda-concurrency", Grade.High, Guardrail.WholeStack, "The calls that functions reserve leave room for others")
            {
                Reason =
                    $"AWS keeps {Unreserved} calls at once for functions without a share, and refuses what reserves more. New accounts have less than {Concurrency}.",
                Fix =
                    $"Lower reservedConcurrentExecutions to {Concurrency - Unreserved} together, or have the quota raised and waive this.",
                Also = ["CKV_AWS_115"],
                When = stack =>
                    stack.Stack.All(LambdaCalls.Function).Any(function => !function["reservedConcurrentExecutions"].IsMissing),
                Check = LeavesRoom,
            },
            new("lambda-switched-off", Grade.High, LambdaCalls.Function, "Functions may run")
            {
                Reason = "A share of 0 calls at once switches a function off: every call is throttled.",
                Fix = "Set reservedConcurrentExecutions to 1 or more, or leave it out.",
                When = function => !function["reservedConcurrentExecutions"].IsMissing,
                Check = function => function.Ask("reservedConcurrentExecutions", share => share.Number != 0, "1 or more"),
            },
            new(
                "lambda-environment-key",
                Grade.Low,
                LambdaCalls.Function,
                "Variables of functions are encrypted with a key of one's own"
            )
            {
                Reason = "With the key of AWS everybody who may read the function reads its variables.",
                Fix = "Set kmsKeyArn, and let the role decrypt with it.",
                Also = ["CKV_AWS_173"],
                When = function => function["environment.variables"].IsGiven(),
                Check = function => function.IsSet("kmsKeyArn", "the ARN of a key"),
            },
            new("lambda-plain-secrets", Grade.High, LambdaCalls.Function, "Variables of functions hold no secrets")
            {
                Reason = "Everybody who may look at the function in the console reads them, and so do logs and crash reports.",
                Fix = "Give the ARN of a secret in Secrets Manager, and read it when the function starts.",
                Also = ["CKV_AWS_45"],
                When = function => function["environment.variables"].IsGiven(),
                Check = function => HoldsNoSecrets(function, "environment.variables"),
            },
            new("lambda-timeout", Grade.Medium, LambdaCalls.Function, "Functions behind API Gateway end when it stops waiting")
            {
                Reason =
                    "The client has got 504 and tries again while the first call still works, is paid for, and holds a connection.",
                Fix =
                    $"Set timeout to {Patience} seconds, or a second more so that the function says itself what took so long; or raise timeoutMilliseconds.",
                When = function => function.Integrations().Any(),
                Check = function => function.AtMost("timeout", function.Integrations().Min(Waits) + Spare, absent: 3),
            },
            new("lambda-memory", Grade.Low, LambdaCalls.Function, "Functions have 256 MB or more")
            {
                Reason = "CPU comes with memory: the default of 128 MB has a fourteenth of a CPU, and cold starts take seconds.",
                Fix = "Set memorySize to 256 or more. More memory often costs nothing more, as calls get shorter.",
                Check = function => function.AtLeast("memorySize", 256, absent: 128),
            },
            new("lambda-alias", Grade.Medium, LambdaCalls.Function, "Functions are called by an alias")
            {
                Reason =
                    "Without one callers get what was written last: nothing can be rolled back, or shifted a tenth at a time.",
                Fix = "Set publish: true, add lambda.Alias, and refer to the alias.",
                When = function => function.Aliases().Any() || function.UnqualifiedCallers().Any(),
                Check = function =>
                    Verdict.Of(
                        !function.UnqualifiedCallers().Any(),
                        $"got calls of {string.Join(", ", function.UnqualifiedCallers().Select(caller => caller.Name).Take(3))} without an alias, want one"
                    ),
            },
            new("lambda-log-group", Grade.Medium, LambdaCalls.Function, "Log groups of functions are part of the stack, and end")
            {
                Reason =
                    "Lambda makes the group itself else: without a key, kept for ever, and left behind when the stack is gone.",
                Fix = "Add cloudwatch.LogGroup /aws/lambda/… with retentionInDays before the function.",
                Check = HasLogGroup,
            },
            new("lambda-code-signing", Grade.Low, LambdaCalls.Function, "Functions take signed code only")
            {
                Reason = "Whoever may update the function runs what he likes with its role.",
                Fix = "Set codeSigningConfigArn, and sign artifacts with AWS Signer in the pipeline.",
                Also = ["CKV_AWS_272"],
                When = function => function["packageType"].Text is not "Image",
                Check = function => function.IsSet("codeSigningConfigArn", "the ARN of a code signing configuration"),
            },
        ];

    /// <summary>No variable may hold a secret, by its name, by its form, or because the program says that its value is one.</summary>
    internal static Verdict HoldsNoSecrets(Resource resource, string path) =>
        Verdict.All(
            resource[path]
                .Members.Select(variable =>
                    WhySecret(resource.Stack, variable.Key, variable.Value) is { } why
                        ? Verdict.Fail($"{path}: got {variable.Key} in plain text ({why}), want the ARN of a secret")
                        : Verdict.Pass
                )
        );

    // What is not known yet is a secret by its name all the same.
    private static string? WhySecret(StackModel stack, string name, Value value) =>
        PlainSecrets.WhyOf(stack, name, value)
        ?? (value.IsUnknown && value.Text is null && PlainSecrets.IsSecretName(name) ? "its name says that it is one" : null);

    private static Verdict HasTwoZones(Resource function)
    {
        var zones = function.Referred("vpcConfig", Routes.Subnet).Select(subnet => subnet.Zone()).ToList();
        if (zones.OfType<string>().Distinct(StringComparer.Ordinal).Count() >= 2)
            return Verdict.Pass;
        return zones.Contains(null) || function["vpcConfig.subnetIds"].Items.Count() > zones.Count
            ? Verdict.CannotKnow("the zones of vpcConfig.subnetIds are known only after the deployment; want two")
            : Verdict.Fail(
                $"vpcConfig.subnetIds: got zone {zones.FirstOrDefault()} alone, want subnets of two availability zones"
            );
    }

    private static Verdict LeavesRoom(Resource stack) =>
        Verdict.All(
            stack
                .Stack.All(LambdaCalls.Function)
                .GroupBy(function => function.Region)
                .Select(region =>
                {
                    var shares = region.Select(function => function["reservedConcurrentExecutions"]).ToList();
                    var sum = shares.Sum(share => Math.Max(share.Number ?? 0, 0));
                    return sum > Concurrency - Unreserved
                            ? Verdict.Fail(
                                $"reservedConcurrentExecutions: got {sum} together, want {Concurrency - Unreserved} or less"
                            )
                        : shares.Exists(share => share.IsUnknown)
                            ? Verdict.CannotKnow(
                                $"a reservedConcurrentExecutions is known only after the deployment; the others are {sum} together"
                            )
                        : Verdict.Pass;
                })
        );

    private static double Waits(Resource integration) =>
        integration["timeoutMilliseconds"].Number is { } milliseconds ? Math.Ceiling(milliseconds / 1000) : Patience;

    private static Verdict HasLogGroup(Resource function) =>
        function.LogGroup() is { } group ? group.AtLeast("retentionInDays", 1)
        : function.LogGroupName() is { } name
            ? Verdict.Fail(
                $"loggingConfig.logGroup: got {name}, which is not in this stack; want a LogGroup with retentionInDays"
            )
        : Verdict.CannotKnow("the name of the function is known only after the deployment, and its log group with it");
}
