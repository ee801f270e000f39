using System.Collections.Generic;
using Generator.Schema;

namespace Generator.Model;

/// <summary>The names of a package and of the packages it refers to, and of the classes an object type has.</summary>
internal sealed class Names(PackageSpec package, Reach reach)
{
    private readonly Dictionary<PackageSpec, Naming> _naming = [];

    public Naming Own => Of(package);

    public Naming Of(PackageSpec owner)
    {
        if (!_naming.TryGetValue(owner, out var naming))
            _naming[owner] = naming = new Naming(owner);
        return naming;
    }

    /// <summary>The class of an object type at a place, by the conventions of the package that is generated, as official.</summary>
    public string ClassOf(ObjectType type, TypePosition position)
    {
        var name = Naming.ClassOf(type.Definition.Token);
        var uses = ReferenceEquals(type.Package, package) ? reach.Of(type.Definition.Token) : TypeUses.None;
        if (position == TypePosition.State)
            return name + "GetArgs";
        if (!package.IsTerraformBridge)
            return type.IsInputShape ? name + "Args" : name;
        if (position == TypePosition.Output)
            return (uses & (TypeUses.FunctionPlainInput | TypeUses.FunctionResult)) != 0 ? name + "Result" : name;
        return type.IsInputShape && (uses & TypeUses.FunctionInput) != 0 ? name + "InputArgs" : name + "Args";
    }
}
