using Engine;
using Engine.Planning;
using Engine.Values;
using Infra.Cli.Stacks;

namespace Infra.Cli.Backends;

/// <summary>Where the state of an account will be: what a bootstrap stack says before it is deployed.</summary>
/// <param name="BackendUrl">What <c>PULUMI_BACKEND_URL</c> will be.</param>
/// <param name="SecretsProvider">What <c>--secrets-provider</c> will be.</param>
/// <param name="Bucket">The name of the bucket.</param>
/// <param name="AccountId">The account.</param>
/// <param name="Region">The region.</param>
/// <param name="Resources">How many resources the stack has.</param>
internal sealed record StatePlace(
    string BackendUrl,
    string SecretsProvider,
    string Bucket,
    string AccountId,
    string Region,
    int Resources
)
{
    private const string Scheme = "s3://";

    /// <summary>Reads the plan of a stack.</summary>
    /// <exception cref="InputException">It is no bootstrap stack.</exception>
    public static StatePlace Of(StackTarget target, Plan plan)
    {
        var missing = new List<string>();
        var url = Text("backendUrl");
        var place = new StatePlace(
            url,
            Text("secretsProvider"),
            url.StartsWith(Scheme, StringComparison.Ordinal) ? url[Scheme.Length..].Split('?')[0] : "",
            Text("accountId"),
            Text("region"),
            plan.Steps.Count(step => !step.Internal && step.State.Type.StartsWith("aws:", StringComparison.Ordinal))
        );
        return missing.Count == 0 && place.Bucket.Length > 0
            ? place
            : throw new InputException(
                "infra state init",
                [
                    $"{target.File.Stack}: got a stack of {target.Plain($"{target.Project.Name}:system") ?? "another project"}, want one of system bootstrap; or --local for a backend on this machine",
                ]
            );

        string Text(string output)
        {
            if (plan.Outputs[output] is StringValue { Value: { Length: > 0 } text })
                return text;
            missing.Add(output);
            return "";
        }
    }
}
