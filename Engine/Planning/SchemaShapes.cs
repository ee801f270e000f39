using Engine.Schemas;
using Engine.Values;

namespace Engine.Planning;

/// <summary>The part of a type that describes what is inside a value.</summary>
internal static class SchemaShapes
{
    /// <summary>The properties of an object; of a union those of the option that knows most of them.</summary>
    public static ObjectType? Object(SchemaType? type, ObjectValue value) =>
        type switch
        {
            ObjectType shape => shape,
            UnionType union => union
                .Options.OfType<ObjectType>()
                .MaxBy(option => value.Properties.Keys.Count(option.Properties.ContainsKey)),
            _ => null,
        };

    /// <summary>The type of a map's values.</summary>
    public static SchemaType? Values(SchemaType? type) =>
        type switch
        {
            MapType map => map.Values,
            UnionType union => union.Options.OfType<MapType>().FirstOrDefault()?.Values,
            _ => null,
        };

    /// <summary>The type of a list's items.</summary>
    public static SchemaType? Items(SchemaType? type) =>
        type switch
        {
            ArrayType list => list.Items,
            UnionType union => union.Options.OfType<ArrayType>().FirstOrDefault()?.Items,
            _ => null,
        };
}
