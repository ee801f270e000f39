using System.Collections.Immutable;
using System.Text.Json;
using Infra.Cli.Deployed;

namespace Infra.Cli.Jobs;

/// <summary>A one-off task of a stack: what to run, where, and where its log goes. All of it comes from the stack's outputs.</summary>
internal sealed record JobTarget
{
    /// <summary>The job as the outputs call it: <c>db-migrate</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The AWS region of the stack.</summary>
    public required string Region { get; init; }

    /// <summary>The AWS account of the stack.</summary>
    public required string AccountId { get; init; }

    /// <summary>The name of the ECS cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>The ARN of the task definition.</summary>
    public required string TaskDefinition { get; init; }

    /// <summary>The container whose exit code counts.</summary>
    public required string Container { get; init; }

    /// <summary>The log group of the job.</summary>
    public required string LogGroup { get; init; }

    /// <summary>What the awslogs driver puts before container and task in the name of a stream.</summary>
    public required string LogStreamPrefix { get; init; }

    /// <summary>Subnets for the task's network interface.</summary>
    public required ImmutableArray<string> SubnetIds { get; init; }

    /// <summary>Security groups of the task's network interface.</summary>
    public required ImmutableArray<string> SecurityGroupIds { get; init; }

    /// <summary>Whether the network interface gets a public address.</summary>
    public required bool AssignPublicIp { get; init; }

    /// <summary>Reads a job from the outputs of a stack.</summary>
    /// <param name="outputs">The document of <c>pulumi stack output --json</c>.</param>
    /// <param name="key">The job.</param>
    /// <param name="source">Where the outputs come from, for the message.</param>
    /// <exception cref="Engine.InputException">With everything that is missing or of another kind.</exception>
    public static JobTarget Of(JsonElement outputs, string key, string source)
    {
        var read = new OutputReader(outputs);
        var job = $"databaseJobs.{key}";
        var target = new JobTarget
        {
            Key = key,
            Region = read.Text("region"),
            AccountId = read.Text("accountId"),
            Cluster = read.Text("cluster"),
            TaskDefinition = read.Text($"{job}.taskDefinition"),
            Container = read.Text($"{job}.container"),
            LogGroup = read.Text($"{job}.logGroup"),
            LogStreamPrefix = read.Text($"{job}.logStreamPrefix"),
            SubnetIds = read.Texts("jobNetwork.subnetIds"),
            SecurityGroupIds = read.Texts("jobNetwork.securityGroupIds"),
            AssignPublicIp = read.Boolean("jobNetwork.assignPublicIp"),
        };
        read.ThrowIfAny(source);
        return target;
    }

    /// <summary>The log stream of a task: prefix, container and the id at the end of the task's ARN.</summary>
    public string LogStream(string task) => $"{LogStreamPrefix}/{Container}/{task[(task.LastIndexOf('/') + 1)..]}";
}
