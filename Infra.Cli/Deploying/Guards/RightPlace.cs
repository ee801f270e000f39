using Engine.Documents;
using Infra.Cli.Deployed;
using Infra.Cli.Stacks;

namespace Infra.Cli.Deploying.Guards;

/// <summary>The account and the region that a deployment would change are those of the stack.</summary>
internal static class RightPlace
{
    private const string RegionKey = "aws:region";
    private const string ProviderType = "pulumi:providers:aws";

    private static readonly string[] Variables = ["AWS_REGION", "AWS_DEFAULT_REGION"];

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>What is wrong with the place.</summary>
    /// <param name="target">The stack.</param>
    /// <param name="state">What is deployed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="CommandException">AWS cannot be asked who one is.</exception>
    public static async Task<List<string>> ProblemsAsync(
        StackTarget target,
        DeploymentDocument state,
        CancellationToken cancellationToken
    )
    {
        var region = target.Plain(RegionKey);
        var problems = Regions(target, region, state).ToList();
        var caller = await new AwsCli(region ?? "us-east-1", target.Project.Directory, Pause).CallerAsync(cancellationToken);
        try
        {
            AccountGuard.Check(target, deployedIn: null, caller);
        }
        catch (CommandException refusal) when (refusal.ExitCode == ExitCodes.Refused)
        {
            problems.Add(refusal.Message.Replace($"{target.File.Stack}: refused, ", "account: ", StringComparison.Ordinal));
        }
        return problems;
    }

    private static IEnumerable<string> Regions(StackTarget target, string? region, DeploymentDocument state)
    {
        if (region is null)
        {
            yield return $"{RegionKey}: got nothing, want the region of the stack; set it in {target.File.FileName}";
            yield break;
        }
        foreach (var variable in Variables)
            if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } set && set != region)
                yield return $"{variable}: got {set}, want {region} as {target.File.FileName} has it; unset {variable}, or correct the file";
        foreach (var deployed in Deployed(state).Where(deployed => deployed != region).Distinct())
            yield return $"{RegionKey}: got {region}, want {deployed}, where the stack is deployed; a stack does not move, make another one";
    }

    // Of the provider that has the project's name for it, or Pulumi's default one: others, such as the one for certificates of CloudFront, are elsewhere on purpose.
    private static IEnumerable<string> Deployed(DeploymentDocument state) =>
        state
            .Resources.Where(resource =>
                resource.Type == ProviderType
                && (resource.Name == "aws" || resource.Name.StartsWith("default", StringComparison.Ordinal))
                && !resource.Delete
            )
            .Select(provider => provider.Inputs["region"] is Engine.Values.StringValue text ? text.Value : null)
            .OfType<string>();
}
