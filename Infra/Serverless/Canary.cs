using Infra.Observability.Alarms;
using Infra.Storage;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.S3;
using Pulumi.Aws.Synthetics.Inputs;

namespace Infra.Serverless;

/// <summary>Asks an address every few minutes from outside, as users do, and reports whether it answers.</summary>
internal sealed class Canary : ComponentResource
{
    private const string Folder = "runs";
    private const int Forever = 36_500;

    /// <summary>Its name, which is what CloudWatch calls it.</summary>
    public string CanaryName { get; }

    /// <summary>How it is watched; nothing while it does not run.</summary>
    public CanaryWatch? Watch { get; }

    /// <summary>Makes the canary.</summary>
    public Canary(string name, CanaryArgs args, ComponentResourceOptions? options = null)
        : base("idp:serverless:Canary", name, options)
    {
        args.Validate().ThrowIfAny(this);
        var (context, role) = (args.Context, $"{args.Role}-canary");
        CanaryName = context.Label.Canary(args.Role);
        Watch = args.Start ? new($"{args.Role}-canary", CanaryName, args.EveryMinutes) : null;
        var runs = Bucket(name, args, $"{args.Role}-runs", args.RetentionDays);
        // Apart from the runs, which expire.
        var scripts = Bucket(name, args, $"{args.Role}-script", Forever);
        var script = new BucketObjectv2(
            $"{name}-{role}-script",
            new()
            {
                Bucket = scripts.Name,
                Key = CanaryScript.Key,
                ContentBase64 = CanaryScript.Zip,
                ContentType = "application/zip",
            },
            new() { Parent = this }
        );
        var rights = new LambdaRole(
            $"{name}-{role}-role",
            context,
            role,
            $"Rights of canary {CanaryName}",
            CanaryRights.Of(context, CanaryName, PrivateBucket.ArnOf(context, $"{args.Role}-runs"), Folder),
            this
        );
        _ = new Pulumi.Aws.Synthetics.Canary(
            $"{name}-{role}",
            new()
            {
                Name = CanaryName,
                RuntimeVersion = args.Runtime,
                Handler = CanaryScript.Handler,
                S3Bucket = script.Bucket,
                S3Key = script.Key,
                ArtifactS3Location = runs.Name.Apply(bucket => $"s3://{bucket}/{Folder}"),
                ExecutionRoleArn = rights.Arn,
                Schedule = new CanaryScheduleArgs { Expression = Rate(args.EveryMinutes) },
                RunConfig = new CanaryRunConfigArgs
                {
                    TimeoutInSeconds = args.TimeoutSeconds,
                    EnvironmentVariables = { [CanaryScript.AddressVariable] = args.Address },
                },
                SuccessRetentionPeriod = args.RetentionDays,
                FailureRetentionPeriod = args.RetentionDays,
                StartCanary = args.Start,
                DeleteLambda = true, // else its function stays, which nobody would find
                Tags = context.Label.NameTag(role),
            },
            new() { Parent = this }
        );
        RegisterOutputs();
    }

    private PrivateBucket Bucket(string name, CanaryArgs args, string role, int days) =>
        new(
            name,
            new()
            {
                Context = args.Context,
                Role = role,
                RetentionDays = days,
                Protect = false, // nothing in it that could not be made again
            },
            new() { Parent = this }
        );

    private static string Rate(int minutes) => minutes == 1 ? "rate(1 minute)" : $"rate({minutes} minutes)";
}
