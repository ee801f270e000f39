using Automation.Tests.Inline;
using Pulumi;
using Pulumi.Automation;

namespace Automation.Tests.Docs;

/// <summary>The programs of docs/automation.md.</summary>
internal static class ShopDeployment
{
    public static async Task<string> UpAsync(Pulumi.Automation.Commands.PulumiCommand command)
    {
        var program = PulumiFn.Create(() =>
        {
            var bucket = new Bucket("logs", new() { Name = $"shop-{Deployment.Instance.StackName}" });
            return new Dictionary<string, object?> { ["bucket"] = bucket.BucketName };
        });

        using var stack = await LocalWorkspace.CreateOrSelectStackAsync(
            new InlineProgramArgs("shop", "dev", program) { PulumiCommand = command }
        );
        await stack.SetConfigAsync("aws:region", new("eu-west-1"));
        var up = await stack.UpAsync(new() { OnStandardOutput = Console.WriteLine });
        return (string)up.Outputs["bucket"].Value;
    }
}
