namespace Pulumi;

/// <summary>Marks a property or field of an args class as one that is sent to the engine.</summary>
/// <param name="name">The engine's name of it, for example <c>cidrBlock</c>.</param>
/// <param name="required">Whether a resource without it is refused. Default: no.</param>
/// <param name="json">Whether it is sent as a JSON text, as provider settings are. Default: no.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class InputAttribute(string name, bool required = false, bool json = false) : Attribute
{
    internal string Name { get; } = name;

    internal bool IsRequired { get; } = required;

    internal bool Json { get; } = json;
}
