using System;
using System.Collections.Generic;
using System.Linq;
using Generator.Schema;

namespace Generator.Model;

/// <summary>Describes the C# of a package: which classes there are, with which members, under which names.</summary>
internal sealed class PackageDescriber
{
    private readonly PackageSpec _package;
    private readonly Reach _reach;
    private readonly Names _names;
    private readonly ClassDescriber _classes;
    private readonly ClassRegister _register;

    private PackageDescriber(PackageSpec package, Selection selection, References references, Action<DiagnosticInfo> report)
    {
        _package = package;
        _reach = new Reach(references, selection);
        _names = new Names(package, _reach);
        _classes = new ClassDescriber(package, new TypeBinder(references, report), _names, report);
        _register = new ClassRegister(package, report);
    }

    public static PackageModel Describe(
        PackageSpec package,
        IReadOnlyList<PackageSpec> dependencies,
        TokenList? tokens,
        Action<DiagnosticInfo> report
    ) =>
        new PackageDescriber(
            package,
            Selection.From(package, tokens, report),
            new References(package, dependencies),
            report
        ).Describe();

    private PackageModel Describe()
    {
        var used = _reach.Types.Select(t => _package.Types[t]).ToList();
        return new PackageModel(
            _names.Own.RootNamespace,
            AttributeName,
            _package.Version,
            [.. _reach.Resources.Where(r => TryAdd(r.Token, r.Position, Naming.ClassOf(r))).Select(Resource)],
            [.. _reach.Functions.Where(f => TryAdd(f.Token, f.Position, Naming.ClassOf(f.Token))).Select(Function)],
            [.. used.Where(t => !t.IsEnum && TryAdd(t.Token, t.Position, "Types." + Naming.ClassOf(t.Token))).Select(Object)],
            [.. used.Where(t => t.IsEnum && TryAdd(t.Token, t.Position, Naming.ClassOf(t.Token))).Select(Enum)]
        );
    }

    private string AttributeName => _names.Own.PackageName + "ResourceType";

    private ResourceModel Resource(ResourceSpec resource)
    {
        var name = Naming.ClassOf(resource);
        var place = new ClassPlace(
            resource.Token,
            _names.Own.NamespaceOf(resource.Token),
            name,
            TypePosition.Output,
            resource.IsProvider
        );
        return new ResourceModel(
            place.Namespace,
            name,
            resource.Token,
            resource.IsProvider ? _package.Name : resource.Token,
            AttributeName,
            resource.IsProvider ? ResourceKind.Provider
                : resource.IsComponent ? ResourceKind.Component
                : ResourceKind.Custom,
            _classes.OutputMembers(place, resource.Properties, ["Get", "Id", "Urn"]),
            Arguments(place, TypePosition.Input, "Args", resource.Inputs)!,
            resource.IsProvider || resource.IsComponent ? null : Arguments(place, TypePosition.State, "State", resource.State),
            resource.AliasTypes,
            [.. resource.Properties.Where(p => p.Secret).Select(p => p.Name)],
            resource.Deprecation
        );
    }

    private InputClass? Arguments(
        ClassPlace resource,
        TypePosition position,
        string suffix,
        IReadOnlyList<PropertySpec>? properties
    ) =>
        properties is null
            ? null
            : _classes.Inputs(
                resource with
                {
                    Name = resource.Name + suffix,
                    Position = position,
                },
                properties,
                "ResourceArgs",
                inputShape: true
            );

    private FunctionModel Function(FunctionSpec function)
    {
        var name = Naming.ClassOf(function.Token);
        var place = new ClassPlace(function.Token, _names.Own.NamespaceOf(function.Token), name, TypePosition.Input);
        var inputs = function.Inputs;
        return new FunctionModel(
            place.Namespace,
            name,
            function.Token,
            inputs is null ? null : _classes.Inputs(place with { Name = name + "Args" }, inputs, "InvokeArgs", inputShape: false),
            // A function without arguments has one form only.
            inputs is not { Count: > 0 }
            || function.Outputs is null
                ? null
                : _classes.Inputs(place with { Name = name + "InvokeArgs" }, inputs, "InvokeArgs", inputShape: true),
            function.Outputs is null ? null : _classes.Outputs(place with { Name = name + "Result" }, function.Outputs),
            function.Deprecation
        );
    }

    private TypeModel Object(TypeDefinition type)
    {
        var uses = _reach.Of(type.Token);
        var place = new ClassPlace(type.Token, _names.Own.NamespaceOf(type.Token), "", TypePosition.Input);
        var plain = new ObjectType(_package, type, isInputShape: false);
        var input = new ObjectType(_package, type, isInputShape: true);
        var inputs = new List<InputClass>();
        if ((uses & TypeUses.FunctionPlainInput) != 0)
            inputs.Add(Inputs(plain, TypePosition.Input, "InvokeArgs"));
        if ((uses & (TypeUses.ResourceInput | TypeUses.FunctionInput)) != 0)
            inputs.Add(Inputs(input, TypePosition.Input, "ResourceArgs"));
        if ((uses & TypeUses.ResourceState) != 0)
            inputs.Add(Inputs(input, TypePosition.State, "ResourceArgs"));
        var isOutput = (uses & (TypeUses.ResourceOutput | TypeUses.FunctionResult)) != 0;
        var outputPlace = place with { Name = _names.ClassOf(plain, TypePosition.Output), Position = TypePosition.Output };
        return new TypeModel(
            place.Namespace,
            Naming.ClassOf(type.Token),
            inputs,
            isOutput ? [_classes.Outputs(outputPlace, type.Properties)] : []
        );

        InputClass Inputs(ObjectType shape, TypePosition position, string baseClass) =>
            _classes.Inputs(
                place with
                {
                    Name = _names.ClassOf(shape, position),
                    Position = position,
                },
                type.Properties,
                baseClass,
                shape.IsInputShape
            );
    }

    private EnumModel Enum(TypeDefinition type)
    {
        var name = Naming.ClassOf(type.Token);
        var underlying = EnumModel.UnderlyingType(type);
        return new EnumModel(
            _names.Own.NamespaceOf(type.Token),
            name,
            underlying,
            [
                .. type.Values!.Select(v => new EnumMember(
                    EnumNames.Of(v, name),
                    underlying == "string" ? Literals.String(v.Value.Text) : Literals.Number(v.Value),
                    v.Deprecation
                )),
            ]
        );
    }

    private bool TryAdd(string token, int position, string name) =>
        _register.TryAdd(_names.Own.NamespaceOf(token) + "." + name, token, position);
}
