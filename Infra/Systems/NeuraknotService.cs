using Infra.Compute;
using Infra.Edge;
using Pulumi;

namespace Infra.Systems;

/// <summary>One service of neuraknot: where its images are pushed to, where it writes, and the service itself once the stack switches it on.</summary>
internal sealed class NeuraknotService : ComponentResource
{
    /// <summary>Where its images are pushed to.</summary>
    public ContainerRepository Images { get; }

    /// <summary>Where it writes.</summary>
    public ServiceLog Output { get; }

    /// <summary>The service; nothing until the stack switches it on.</summary>
    public FargateService? Running { get; }

    internal NeuraknotService(
        string name,
        ServiceRow row,
        NeuraknotArgs parts,
        Neuraknot system,
        ComponentResourceOptions options
    )
        : base("idp:system:NeuraknotService", $"{name}-{row.Name}", options)
    {
        var child = new ComponentResourceOptions { Parent = this };
        var settings = parts.Settings.Services[row.Name];
        var own = $"{name}-{row.Name}";

        Images = new ContainerRepository(own, parts.Repository(system.Key, row), child);
        Output = new ServiceLog(own, settings.ToLog(parts.Context, row, system.Key.Arn), child);
        if (settings.Enabled)
        {
            var target = row.IsPublic ? system.Edge.TargetOf(row.Name, row.Name, row.Port) : null;
            Running = new FargateService(own, parts.Service(row, system, Images, Output, target), child);
        }
        RegisterOutputs();
    }
}
