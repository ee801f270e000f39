using System.Reflection;
using Pulumi;
using Sdk.Tests.Api;

namespace Packages.Tests.Shapes;

/// <summary>Prints a class of a generated package: its API, and what of its inside the core reads: tokens, wire names, values of enums, the constructor that answers fill.</summary>
internal static class GeneratedPrinter
{
    private const BindingFlags Inside = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The lines of one type; those of its inside belong to the type.</summary>
    public static IEnumerable<ApiLine> Lines(Type type)
    {
        foreach (var line in ApiPrinter.Lines(type))
            yield return line with
            {
                Text = line.Text + Mark(line.Member),
            };
        foreach (var field in type.GetFields(Inside))
            if (ApiPrinter.InputMark(field) is { Length: > 0 } mark)
                yield return new(
                    type,
                    $"{TypeNames.Plain(type)}.{field.Name} : private {TypeNames.Of(field)} {field.Name}{mark}"
                );
        foreach (var constructor in type.GetConstructors(Inside))
            if (constructor.GetCustomAttribute<OutputConstructorAttribute>() is not null)
                yield return new(
                    type,
                    $"{TypeNames.Plain(type)}.ctor : private ({ApiPrinter.Parameters(constructor)}) [OutputConstructor]"
                );
    }

    private static string Mark(MemberInfo member) =>
        member switch
        {
            Type type when type.GetCustomAttribute<ResourceTypeAttribute>() is { } resource =>
                $" [ResourceType({resource.Type}, {resource.Version})]",
            Type type when type.GetCustomAttribute<EnumTypeAttribute>() is not null => " [EnumType]",
            Type type when type.GetCustomAttribute<OutputTypeAttribute>() is not null => " [OutputType]",
            PropertyInfo value when value.DeclaringType!.GetCustomAttribute<EnumTypeAttribute>() is not null =>
                $" = \"{value.GetValue(null)}\"",
            _ => "",
        };
}
