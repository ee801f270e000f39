using System;
using System.Collections.Generic;
using System.Linq;
using Generator.Schema;

namespace Generator.Model;

/// <summary>Describes classes from lists of properties and refuses names that C# would not take.</summary>
internal sealed class ClassDescriber(PackageSpec package, TypeBinder binder, Names names, Action<DiagnosticInfo> report)
{
    public InputClass Inputs(ClassPlace place, IReadOnlyList<PropertySpec> properties, string baseClass, bool inputShape)
    {
        Check(place, properties, ["Empty"]);
        var text = new TypeText(names, place.Namespace);
        return new InputClass(place.Name, baseClass, [.. properties.Select(p => Input(place, p, inputShape, text))]);
    }

    public OutputClass Outputs(ClassPlace place, IReadOnlyList<PropertySpec> properties) =>
        new(place.Name, OutputMembers(place, properties, []));

    public IReadOnlyList<OutputMember> OutputMembers(
        ClassPlace place,
        IReadOnlyList<PropertySpec> properties,
        IReadOnlyList<string> taken
    )
    {
        Check(place, properties, taken);
        var text = new TypeText(names, place.Namespace);
        return [.. properties.Select(p => Output(place, p, text))];
    }

    private InputMember Input(ClassPlace place, PropertySpec property, bool inputShape, TypeText text)
    {
        var type = binder.Bind(property.Type, inputShape, place.Owner + "." + property.Name);
        var position = place.Position;
        var isInput = type is InputType;
        var hasBacking = type.IsCollection || property.Secret;
        var backing = hasBacking ? text.Of(type, position, mutable: !isInput) : null;
        return new InputMember(
            property.Name,
            Naming.MemberNameOf(property),
            type.IsCollection ? backing!
                : property.Secret || !property.Required ? (backing ?? text.Of(type, position)) + "?"
                : text.Of(type, position),
            backing,
            type.IsCollection,
            property.Required,
            // A provider's configuration is a map of strings on the wire, so all else goes as JSON in a string.
            place.IsProvider
                && (isInput ? ((InputType)type).Item : type) != NamedType.String,
            property.Required && !type.IsValue && !hasBacking ? "null!" : null,
            property.Secret && isInput ? SecretSeed(((InputType)type).Item, text, position) : null,
            DefaultValue(place, property, type),
            property.Deprecation
        );
    }

    private OutputMember Output(ClassPlace place, PropertySpec property, TypeText text)
    {
        var type = binder.Bind(property.Type, inputShape: false, place.Owner + "." + property.Name);
        // The configuration comes back as the strings it was sent as.
        if (place.IsProvider && type is not NamedType)
            type = NamedType.String;
        return new OutputMember(
            property.Name,
            Naming.MemberNameOf(property),
            Naming.ParameterNameOf(property),
            property.Required ? text.Of(type, TypePosition.Output) : text.OfOptional(type, TypePosition.Output)
        );
    }

    // What the value is combined with so that the result is secret; it has the value's type where Output.All needs it.
    private static string SecretSeed(SchemaType item, TypeText text, TypePosition position) =>
        item switch
        {
            ListType list => $"ImmutableArray.Create<{text.Of(list.Item.Plain, position)}>()",
            MapType map => $"ImmutableDictionary.Create<string, {text.Of(map.Value.Plain, position)}>()",
            _ => "0",
        };

    private string? DefaultValue(ClassPlace place, PropertySpec property, SchemaType type)
    {
        if (property.Default is null && property.DefaultEnvironment.Count == 0)
            return null;
        var item = type is InputType input ? input.Item : type;
        var constant = property.Default is null ? null : Literals.Of(property.Default, item, names);
        if (property.Default is not null && constant is null)
            report(
                DiagnosticInfo.At(
                    DiagnosticDescriptors.UnsupportedForm,
                    package.File,
                    property.Default.Position,
                    place.Owner + "." + property.Name,
                    "has a default that is not of the property's type"
                )
            );
        if (property.DefaultEnvironment.Count == 0)
            return constant;
        var suffix =
            item == NamedType.Boolean ? "Boolean"
            : item == NamedType.Integer ? "Int32"
            : item == NamedType.Number ? "Double"
            : "";
        var environment = $"Utilities.GetEnv{suffix}({string.Join(", ", property.DefaultEnvironment.Select(Literals.String))})";
        if (constant is not null)
            return $"{environment} ?? {constant}";
        // Without the variable an input of nothing is set, which is sent as if it were not set.
        var variable = Naming.ParameterNameOf(property);
        return suffix.Length == 0 ? environment + "!" : $"{environment} is {{ }} {variable} ? {variable} : null";
    }

    private void Check(ClassPlace place, IReadOnlyList<PropertySpec> properties, IReadOnlyList<string> taken)
    {
        var members = new HashSet<string>(taken, StringComparer.Ordinal);
        foreach (var property in properties)
        {
            var name = Naming.MemberNameOf(property);
            if (name == place.Name)
                Refuse(DiagnosticDescriptors.MemberNamedAsClass, property, name);
            else if (!members.Add(name))
                Refuse(DiagnosticDescriptors.DuplicateMember, property, name, place.Name);
        }

        void Refuse(Microsoft.CodeAnalysis.DiagnosticDescriptor descriptor, PropertySpec property, params string[] arguments) =>
            report(DiagnosticInfo.At(descriptor, package.File, property.Position, [place.Owner, property.Name, .. arguments]));
    }
}
