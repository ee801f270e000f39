using System.Collections.Immutable;
using Engine.Values;

namespace Engine.Planning;

/// <summary>The one form of all container definitions that mean the same to ECS.</summary>
internal static class ContainerForm
{
    /// <summary>The type whose container definitions these are.</summary>
    public const string Type = "aws:ecs/taskDefinition:TaskDefinition";

    private static readonly string[] Unordered = ["environment", "environmentFiles", "secrets"];

    public static ArrayValue Of(ArrayValue containers) =>
        new([
            .. containers
                .Items.Select(item => item is ObjectValue container ? One(container) : item)
                .OrderBy(item => (item as ObjectValue)?["name"].AsText(), StringComparer.Ordinal),
        ]);

    private static ObjectValue One(ObjectValue container)
    {
        foreach (var (key, value) in container.Properties)
            if (IsDefault(key, value))
                container = new ObjectValue(container.Properties.Remove(key));
        foreach (var key in Unordered)
            if (container[key] is ArrayValue list)
                container = container.With(
                    key,
                    new ArrayValue([.. list.Items.OrderBy(CanonicalText.Of, StringComparer.Ordinal)])
                );
        if (container["portMappings"] is ArrayValue ports)
            container = container.With("portMappings", new ArrayValue([.. ports.Items.Select(Port)]));
        return container;
    }

    // What ECS takes when nothing is said, and answers although nothing was.
    private static bool IsDefault(string key, PropertyValue value) =>
        value is NullValue or ArrayValue { Items.IsEmpty: true }
        || (key, value) is ("cpu", NumberValue { Value: 0 }) or ("essential", BoolValue { Value: true });

    private static PropertyValue Port(PropertyValue value)
    {
        if (value is not ObjectValue port)
            return value;
        var members = port.Properties;
        if (port["protocol"].AsText() == "tcp")
            members = members.Remove("protocol");
        if (port["hostPort"] is NumberValue { Value: 0 } || (port["hostPort"] is { } host && host.Equals(port["containerPort"])))
            members = members.Remove("hostPort");
        return new ObjectValue(members);
    }
}
