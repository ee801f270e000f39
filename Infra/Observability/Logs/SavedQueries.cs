using Infra.Validation;
using Pulumi;
using Pulumi.Aws.CloudWatch;

namespace Infra.Observability.Logs;

/// <summary>Questions kept in the console, in a folder of the stack's name, so that nobody has to write them at night.</summary>
internal sealed class SavedQueries : ComponentResource
{
    /// <summary>Makes the queries.</summary>
    public SavedQueries(string name, SavedQueriesArgs args, ComponentResourceOptions? options = null)
        : base("idp:observability:SavedQueries", name, options)
    {
        args.Validate().ThrowIfAny(this);
        foreach (var query in args.Queries)
            _ = new QueryDefinition(
                $"{name}-query-{query.Key}",
                new()
                {
                    Name = $"{args.Context.Label.Prefix}/{query.Key}", // what is before the slash is a folder
                    LogGroupNames = [args.LogGroupName],
                    QueryString = query.Text,
                },
                new() { Parent = this }
            );
        RegisterOutputs();
    }
}
