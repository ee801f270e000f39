using Engine.Model;

namespace Review.Export.Terraform;

/// <summary>A component as a Terraform module, or the root module.</summary>
internal sealed class Module
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _resources = new(StringComparer.Ordinal);

    private Module(string name, string address, string component, string source) =>
        (Name, Address, Component, Source) = (name, address, component, source);

    /// <summary>What the call is named in the module around it; empty for the root module.</summary>
    public string Name { get; }

    /// <summary>Its address, for example <c>module.idp_server.module.redis_cluster</c>; empty for the root module.</summary>
    public string Address { get; }

    /// <summary>The logical name of its component; empty for the root module.</summary>
    public string Component { get; }

    /// <summary>The type token of its component; empty for the root module.</summary>
    public string Source { get; }

    /// <summary>Whether its component is deleted.</summary>
    public bool IsGone { get; set; }

    /// <summary>The modules in it.</summary>
    public List<Module> Children { get; } = [];

    /// <summary>Its own resources, those that are deleted too.</summary>
    public List<ExportedResource> Resources { get; } = [];

    /// <summary>A module that holds all others.</summary>
    public static Module Root() => new("", "", "", "");

    /// <summary>
    /// A module in this one. What the component shares with the name of the component around it is left out, and what it is comes first:
    /// <c>idp:compute:FargateTask idp-server-task</c> in <c>idp-server</c> is <c>fargate_task_task</c>. At the top the name alone says enough.
    /// </summary>
    public Module Add(ResourceState component)
    {
        var name = component.Name;
        var kind = TerraformNames.Snake(component.Type[(component.Type.LastIndexOf(':') + 1)..]);
        if (Component.Length > 0 && (name == Component || name.StartsWith($"{Component}-", StringComparison.Ordinal)))
            name = name.Length == Component.Length ? kind : $"{kind}_{name[(Component.Length + 1)..]}";
        else if (Component.Length > 0)
            name = $"{kind}_{name}";
        name = TerraformNames.Unique(_names, TerraformNames.Identifier(name));
        var module = new Module(name, Inside($"module.{name}"), component.Name, component.Type);
        Children.Add(module);
        return module;
    }

    /// <summary>The address in the whole plan of what has this one inside the module.</summary>
    public string Inside(string address) => Address.Length == 0 ? address : $"{Address}.{address}";

    /// <summary>Puts everything in it in the order of names, whatever the order of the plan was.</summary>
    public void Sort()
    {
        Children.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));
        Resources.Sort((left, right) => string.CompareOrdinal(left.LocalAddress, right.LocalAddress));
        foreach (var child in Children)
            child.Sort();
    }

    /// <summary>A name for a resource that no other of its type has in this module.</summary>
    /// <param name="type">The Terraform type, with <c>data.</c> before it where it is read only.</param>
    /// <param name="logicalName">The name it would have.</param>
    public string NameOf(string type, string logicalName) =>
        TerraformNames.Unique(_resources, $"{type}.{TerraformNames.Identifier(logicalName)}")[(type.Length + 1)..];
}
