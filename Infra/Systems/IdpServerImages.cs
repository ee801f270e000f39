using Infra.Compute;
using Infra.Security;
using Infra.Settings.Data;
using Infra.Settings.Network;
using Infra.Settings.Observability;
using Infra.Settings.Protection;
using Infra.Settings.Security;
using Pulumi;

namespace Infra.Systems;

/// <summary>The repositories of a stack: for the application, for its migrations, for the jobs of the database.</summary>
internal sealed class IdpServerImages : ComponentResource
{
    /// <summary>Of the application.</summary>
    public ContainerRepository Application { get; }

    /// <summary>Of the application's migrations.</summary>
    public ContainerRepository Migration { get; }

    /// <summary>Of <c>database/Dockerfile</c>.</summary>
    public ContainerRepository Database { get; }

    internal IdpServerImages(string name, IdpServerArgs parts, EncryptionKey key, ComponentResourceOptions options)
        : base("idp:system:IdpServerImages", name, options)
    {
        var child = new ComponentResourceOptions { Parent = this };
        Application = new ContainerRepository(name, parts.Repository(key, null), child);
        Migration = new ContainerRepository($"{name}-migration", parts.Repository(key, "migration"), child);
        Database = new ContainerRepository($"{name}-database", parts.Repository(key, "database"), child);
        RegisterOutputs();
    }
}
