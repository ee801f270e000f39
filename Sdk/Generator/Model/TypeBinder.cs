using System;
using System.Linq;
using Generator.Schema;

namespace Generator.Model;

/// <summary>Turns a type as written into the type meant. What cannot be honoured is reported and becomes <c>object</c>.</summary>
internal sealed class TypeBinder(References references, Action<DiagnosticInfo> report)
{
    /// <param name="spec">The type as written.</param>
    /// <param name="inputShape">Whether its values may come from other resources.</param>
    /// <param name="owner">Whose type it is, for a message: "aws:ec2/vpc:Vpc.cidrBlock".</param>
    public SchemaType Bind(TypeSpec spec, bool inputShape, string owner)
    {
        var bound = BindInner(spec, inputShape, owner);
        return inputShape && !spec.Plain ? new InputType(bound) : bound;
    }

    private SchemaType BindInner(TypeSpec spec, bool inputShape, string owner)
    {
        if (spec.Ref is not null)
            return BindReference(spec, spec.Ref, inputShape, owner);
        if (spec.OneOf.Count > 0)
            return new UnionType([.. spec.OneOf.Select(option => Bind(option, inputShape, owner))]);
        switch (spec.Type)
        {
            case "string":
                return NamedType.String;
            case "boolean":
                return NamedType.Boolean;
            case "integer":
                return NamedType.Integer;
            case "number":
                return NamedType.Number;
            case "array" when spec.Items is not null:
                return new ListType(Bind(spec.Items, inputShape, owner));
            case "object" when spec.AdditionalProperties is not null:
                return new MapType(Bind(spec.AdditionalProperties, inputShape, owner));
            // A map of strings is what the format says an object without a word about its values is.
            case "object":
                return new MapType(inputShape ? new InputType(NamedType.String) : NamedType.String);
        }
        var form =
            spec.Type is null ? "is of no type"
            : spec.Type == "array" ? "is an array without 'items'"
            : $"is of type '{spec.Type}'";
        report(DiagnosticInfo.At(DiagnosticDescriptors.UnsupportedForm, references.Package.File, spec.Position, owner, form));
        return NamedType.Any;
    }

    private SchemaType BindReference(TypeSpec spec, string reference, bool inputShape, string owner)
    {
        if (references.Resolve(reference, inputShape, out var problem) is { } found)
            return found;
        report(
            DiagnosticInfo.At(
                DiagnosticDescriptors.UnknownReference,
                references.Package.File,
                spec.Position,
                owner,
                Uri.UnescapeDataString(reference),
                problem
            )
        );
        return NamedType.Any;
    }
}
