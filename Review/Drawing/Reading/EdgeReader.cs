using System.Collections.Immutable;
using Review.Model;
using Review.Model.Aws;

namespace Review.Drawing.Reading;

/// <summary>Reads what joins the nodes of a picture.</summary>
/// <param name="stack">The stack.</param>
/// <param name="keyOf">The node that a resource belongs to.</param>
internal sealed class EdgeReader(StackModel stack, Func<Resource, string?> keyOf)
{
    private readonly EdgeSet _edges = new();

    /// <summary>Reads all lines.</summary>
    public ImmutableArray<Edge> Read()
    {
        new TrafficEdges(stack, keyOf, _edges).Read();
        Flows();
        Routing();
        Rights();
        Backups();
        Logs();
        return _edges.Sorted();
    }

    private void Flows()
    {
        foreach (var resource in stack.Resources)
        foreach (var flow in FlowRules.Of(resource.Type))
        foreach (var target in resource.Referred(flow.Property).Where(target => flow.To is null || target.Type == flow.To))
            if (flow.Reverse)
                _edges.Add(keyOf(target), keyOf(resource), flow.Kind, flow.Label);
            else
                _edges.Add(keyOf(resource), keyOf(target), flow.Kind, flow.Label);
    }

    private void Routing()
    {
        foreach (var subnet in stack.All(Routes.Subnet))
        foreach (var route in Routes.Of(subnet))
        {
            foreach (var target in Gateway(route["natGatewayId"]))
                _edges.Add(keyOf(subnet), keyOf(target), EdgeKind.Routing);
            if (Routes.IsToInternetGateway(route) == true)
                foreach (var target in Gateway(route["gatewayId"]))
                {
                    _edges.Add(keyOf(subnet), keyOf(target), EdgeKind.Routing);
                    _edges.Add(keyOf(target), Outside.Internet, EdgeKind.Routing);
                }
        }
    }

    private IEnumerable<Resource> Gateway(Value value) => value.Text is { } text ? stack.References.In(text) : [];

    // What may read or write data that no security group guards.
    private void Rights()
    {
        foreach (var policy in stack.All("aws:iam/rolePolicy:RolePolicy"))
        foreach (var role in policy.Referred("role", Tokens.Role))
        foreach (var user in role.ReferredBy(LambdaCalls.Function).Concat(role.ReferredBy(CardNames.Task, "taskRoleArn")))
        foreach (var target in policy.Referred("policy"))
            if (target.Type is Tokens.Table or Tokens.Bucket or Tokens.Queue)
                _edges.Add(keyOf(user), keyOf(target), EdgeKind.Traffic);
    }

    private void Backups()
    {
        foreach (var selection in stack.All(BackupSelections.Selection))
        {
            var vaults = selection
                .Referred("planId")
                .SelectMany(plan => plan.Referred("rules", "aws:backup/vault:Vault"))
                .ToList();
            foreach (var type in BackupSelections.Kinds.Keys.Order(StringComparer.Ordinal))
            foreach (var resource in stack.All(type).Where(resource => BackupSelections.Takes(selection, resource) == true))
            foreach (var vault in vaults)
                _edges.Add(keyOf(resource), keyOf(vault), EdgeKind.Data, "backups");
        }
    }

    private void Logs()
    {
        foreach (var function in stack.All(LambdaCalls.Function))
            if (function.LogGroup() is { } group)
                _edges.Add(keyOf(function), keyOf(group), EdgeKind.Data, "logs");
        foreach (var database in stack.All(Databases.Instance))
            if (CardFacts.Shown(database["identifier"]) is { } name)
                foreach (var export in database["enabledCloudwatchLogsExports"].Texts)
                foreach (var group in stack.References.In($"/aws/rds/instance/{name}/{export}"))
                    _edges.Add(keyOf(database), keyOf(group), EdgeKind.Data, "logs");
    }
}
