using System.Collections.Immutable;
using Infra.Compute;
using Infra.Observability.Alarms;
using Infra.Policies;
using Infra.Serverless;
using Infra.Tests.Policies;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Serverless;

public sealed class LambdaFunctionTests
{
    private const string Function = "aws:lambda/function:Function";
    private const string Warm = "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig";

    [Test]
    public async Task A_name_of_its_own_is_that_of_function_log_and_rights()
    {
        LambdaFunction? function = null;
        var run = await Sandbox.RunAsync(() =>
            function = new LambdaFunction("idp", FunctionCase.Args() with { Name = "cognito-trigger" })
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One(Function).Inputs["name"], Is.EqualTo("cognito-trigger"));
            Assert.That(run.One("aws:cloudwatch/logGroup:LogGroup").Inputs["name"], Is.EqualTo("/aws/lambda/cognito-trigger"));
            Assert.That(
                (function!.FunctionName, function.LogGroupName),
                Is.EqualTo(("cognito-trigger", "/aws/lambda/cognito-trigger"))
            );
            Assert.That(
                run.All("aws:iam/rolePolicy:RolePolicy").Select(policy => (string)policy.Inputs["policy"]),
                Is.All.Contain(":log-group:/aws/lambda/cognito-trigger:")
            );
        }
    }

    [Test]
    public async Task A_function_runs_Node_22_on_arm64_and_publishes_its_versions()
    {
        var inputs = (await FunctionCase.RunAsync(FunctionCase.Args())).One(Function).Inputs;

        var expected = new Dictionary<string, object>
        {
            ["name"] = "idp-server-api",
            ["description"] = "Answers the API",
            ["role"] = "arn:idp-api-role",
            ["runtime"] = "nodejs22.x",
            ["handler"] = "index.handler",
            ["memorySize"] = 512,
            ["timeout"] = 29,
            ["publish"] = true,
            ["s3Bucket"] = "artifacts",
            ["s3Key"] = "api/1.zip",
            ["s3ObjectVersion"] = "v1",
        };
        using (Assert.EnterMultipleScope())
        {
            foreach (var (key, value) in expected)
                Assert.That(inputs[key], Is.EqualTo(value), key);
            Assert.That(inputs["architectures"], Is.EqualTo(new[] { "arm64" }));
            Assert.That(Inputs.Pairs(inputs["tracingConfig"]), Is.EqualTo("mode=PassThrough"));
            Assert.That(Inputs.Pairs(inputs["ephemeralStorage"]), Is.EqualTo("size=512"));
            foreach (var absent in new[] { "code", "environment", "kmsKeyArn", "vpcConfig", "reservedConcurrentExecutions" })
                Assert.That(inputs, Does.Not.ContainKey(absent));
        }
    }

    [Test]
    public async Task Its_log_is_made_before_it_encrypted_and_forgotten_after_a_while()
    {
        var shape = new LambdaShape { LogRetentionDays = 7, LogLevel = LambdaLogLevel.Warn };
        var run = await FunctionCase.RunAsync(FunctionCase.Args() with { Shape = shape });

        var group = run.One("aws:cloudwatch/logGroup:LogGroup").Inputs;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(group["name"], Is.EqualTo("/aws/lambda/idp-server-api"));
            Assert.That(group["retentionInDays"], Is.EqualTo(7));
            Assert.That(group["kmsKeyId"], Is.EqualTo("arn:key"));
            Assert.That(
                Inputs.Pairs(run.One(Function).Inputs["loggingConfig"]),
                Is.EqualTo("applicationLogLevel=WARN logFormat=JSON logGroup=/aws/lambda/idp-server-api systemLogLevel=INFO")
            );
        }
    }

    [Test]
    public async Task Its_role_is_its_own_and_may_do_what_it_was_given()
    {
        var own = new Statement("ReadTable") { Actions = ["dynamodb:GetItem"], Resources = ["arn:table"] };
        var run = await FunctionCase.RunAsync(FunctionCase.Args() with { Statements = ImmutableArray.Create(own) });

        var role = run.One("aws:iam/role:Role");
        var rights = Rights(run);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(role.Inputs["name"], Is.EqualTo("idp-server-api-function"));
            Assert.That(
                role.Inputs["assumeRolePolicy"],
                Is.EqualTo(
                    """{"Version":"2012-10-17","Statement":[{"Sid":"LambdaTakesRole","Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}"""
                )
            );
            Assert.That(rights.Keys, Is.EqualTo(new[] { "WriteLog", "ReadTable" }));
            Assert.That(rights["WriteLog"].Texts("Action"), Is.EqualTo(new[] { "logs:CreateLogStream", "logs:PutLogEvents" }));
            Assert.That(
                rights["WriteLog"].Texts("Resource"),
                Is.EqualTo(new[] { "arn:aws:logs:ap-northeast-1:111111111111:log-group:/aws/lambda/idp-server-api:*" })
            );
        }
    }

    [Test]
    public async Task Variables_are_encrypted_with_the_key_and_only_this_function_reads_them()
    {
        var variables = ImmutableSortedDictionary<string, Input<string>>.Empty.Add("TABLE", "tasks");
        var run = await FunctionCase.RunAsync(FunctionCase.Args() with { Environment = variables });

        var inputs = run.One(Function).Inputs;
        var read = Rights(run)["ReadVariables"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.One(Function).Json("environment"), Is.EqualTo("""{"variables":{"TABLE":"tasks"}}"""));
            Assert.That(inputs["kmsKeyArn"], Is.EqualTo("arn:key"));
            Assert.That(read.Texts("Resource"), Is.EqualTo(new[] { "arn:key" }));
            Assert.That(
                read.Texts("Condition", "StringEquals", "kms:EncryptionContext:aws:lambda:FunctionArn"),
                Is.EqualTo(new[] { "arn:aws:lambda:ap-northeast-1:111111111111:function:idp-server-api" })
            );
            Assert.That(
                read.Texts("Condition", "StringEquals", "kms:ViaService"),
                Is.EqualTo(new[] { "lambda.ap-northeast-1.amazonaws.com" })
            );
        }
    }

    [Test]
    public async Task Callers_use_the_alias_behind_which_copies_are_kept_warm()
    {
        LambdaFunction? function = null;
        var args = FunctionCase.Args() with
        {
            Shape = new() { ProvisionedConcurrency = 2, ReservedConcurrency = 50 },
        };
        var run = await Sandbox.RunAsync(() => function = new("idp", args));

        var (alias, warm) = (run.One("aws:lambda/alias:Alias").Inputs, run.One(Warm).Inputs);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (alias["name"], alias["functionName"], alias["functionVersion"]),
                Is.EqualTo(((object)"live", (object)"idp-server-api", (object)"7"))
            );
            Assert.That(
                (warm["functionName"], warm["qualifier"], warm["provisionedConcurrentExecutions"]),
                Is.EqualTo(((object)"idp-server-api", (object)"live", (object)2))
            );
            Assert.That(run.One(Function).Inputs["reservedConcurrentExecutions"], Is.EqualTo(50));
            Assert.That(function!.CallArn, Is.EqualTo("arn:aws:lambda:ap-northeast-1:111111111111:function:idp-server-api:live"));
            Assert.That(await OutputUtilities.GetValueAsync(function.InvokeArn), Is.EqualTo("invoke:idp-api-live"));
            Assert.That(await OutputUtilities.GetValueAsync(function.RoleArn), Is.EqualTo("arn:idp-api-role"));
            Assert.That(function.LogGroupName, Is.EqualTo("/aws/lambda/idp-server-api"));
            Assert.That(
                function.Watch("lambda"),
                Is.EqualTo(new FunctionWatch("lambda", "idp-server-api", 29) { WarmAlias = "live" })
            );
        }
    }

    [Test]
    public async Task Without_versions_callers_use_the_function_itself()
    {
        LambdaFunction? function = null;
        var run = await Sandbox.RunAsync(() =>
            function = new("idp", FunctionCase.Args() with { Shape = new() { Publish = false } })
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.All("aws:lambda/alias:Alias"), Is.Empty);
            Assert.That(run.All(Warm), Is.Empty);
            Assert.That(function!.Alias, Is.Null);
            Assert.That(function.CallArn, Is.EqualTo(function.Arn));
            Assert.That(await OutputUtilities.GetValueAsync(function.InvokeArn), Is.EqualTo("invoke:idp-api"));
        }
    }

    [Test]
    public async Task In_a_network_Lambda_may_make_interfaces_and_the_code_may_not()
    {
        var network = new LambdaNetwork(new[] { "subnet-a", "subnet-c" }, "sg-lambda");
        var run = await FunctionCase.RunAsync(FunctionCase.Args() with { Network = network });

        var rights = Rights(run);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                run.One(Function).Json("vpcConfig"),
                Is.EqualTo("""{"securityGroupIds":["sg-lambda"],"subnetIds":["subnet-a","subnet-c"]}""")
            );
            Assert.That(rights["StandInNetwork"].Texts("Action"), Does.Contain("ec2:CreateNetworkInterface"));
            Assert.That(rights["LeaveNetworkAlone"].GetProperty("Effect").GetString(), Is.EqualTo("Deny"));
            Assert.That(
                rights["LeaveNetworkAlone"].Texts("Condition", "ArnEquals", "lambda:SourceFunctionArn"),
                Is.EqualTo(new[] { "arn:aws:lambda:ap-northeast-1:111111111111:function:idp-server-api" })
            );
        }
    }

    [Test]
    public async Task Traces_and_failures_bring_their_rights()
    {
        var args = FunctionCase.Args() with
        {
            Shape = new() { Tracing = true },
            Failures = new("arn:queue") { Retries = 1 },
        };

        var run = await FunctionCase.RunAsync(args);

        var failures = run.One("aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig");
        var rights = Rights(run);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Inputs.Pairs(run.One(Function).Inputs["tracingConfig"]), Is.EqualTo("mode=Active"));
            Assert.That(
                rights["SendTraces"].Texts("Action"),
                Is.EqualTo(new[] { "xray:PutTelemetryRecords", "xray:PutTraceSegments" })
            );
            Assert.That(rights["SendFailures"].Texts("Resource"), Is.EqualTo(new[] { "arn:queue" }));
            Assert.That(
                (failures.Inputs["qualifier"], failures.Inputs["maximumRetryAttempts"]),
                Is.EqualTo(((object)"live", (object)1))
            );
            Assert.That(failures.Json("destinationConfig"), Is.EqualTo("""{"onFailure":{"destination":"arn:queue"}}"""));
        }
    }

    [Test]
    public async Task A_component_named_after_its_role_says_it_once()
    {
        var run = await Sandbox.RunAsync(() => _ = new LambdaFunction("idp-api", FunctionCase.Args()));

        Assert.That(
            run.Registered.Select(made => made.Name),
            Is.EquivalentTo(new[] { "idp-api", "idp-api", "idp-api-log", "idp-api-role", "idp-api-role-policy", "idp-api-live" })
        );
    }

    [Test]
    public async Task Failures_in_an_encrypted_queue_bring_the_right_to_its_key()
    {
        LambdaFunction? function = null;
        var args = FunctionCase.Args() with { Failures = new("arn:aws:sqs:r:1:idp-server-api-failed") { Encrypted = true } };
        var run = await Sandbox.RunAsync(() => function = new("idp", args));

        var encrypt = Rights(run)["EncryptFailures"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(encrypt.Texts("Action"), Is.EqualTo(new[] { "kms:Decrypt", "kms:GenerateDataKey" }));
            Assert.That(encrypt.Texts("Resource"), Is.EqualTo(new[] { "arn:key" }));
            Assert.That(
                encrypt.Texts("Condition", "StringEquals", "kms:ViaService"),
                Is.EqualTo(new[] { "sqs.ap-northeast-1.amazonaws.com" })
            );
            Assert.That(function!.Watch("lambda").FailureQueue, Is.EqualTo("idp-server-api-failed"));
            Assert.That(function.RoleName, Is.EqualTo("idp-server-api-function"));
        }
    }

    [Test]
    public async Task Go_runs_on_a_provided_runtime()
    {
        var shape = new LambdaShape
        {
            Runtime = "provided.al2023",
            Handler = "bootstrap",
            Architecture = CpuArchitecture.X86_64,
        };
        var inputs = (await FunctionCase.RunAsync(FunctionCase.Args() with { Shape = shape })).One(Function).Inputs;

        Assert.That((inputs["runtime"], inputs["handler"]), Is.EqualTo(((object)"provided.al2023", (object)"bootstrap")));
        Assert.That(inputs["architectures"], Is.EqualTo(new[] { "x86_64" }));
    }

    private static Dictionary<string, System.Text.Json.JsonElement> Rights(Sandbox run) =>
        PolicyReading.Statements(run.One("aws:iam/rolePolicy:RolePolicy").Inputs["policy"]);
}
