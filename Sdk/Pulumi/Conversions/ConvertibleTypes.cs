using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi;

/// <summary>Which types outputs may have.</summary>
internal static class ConvertibleTypes
{
    private static readonly HashSet<Type> Simple =
    [
        typeof(object),
        typeof(string),
        typeof(bool),
        typeof(int),
        typeof(double),
        typeof(JsonElement),
        typeof(Asset),
        typeof(Archive),
        typeof(AssetOrArchive),
    ];

    private static readonly Dictionary<Type, Type> Generics = new()
    {
        [typeof(Nullable<>)] = typeof(NullableConversion<>),
        [typeof(Union<,>)] = typeof(UnionConversion<,>),
        [typeof(ImmutableArray<>)] = typeof(ArrayConversion<>),
        [typeof(ImmutableDictionary<,>)] = typeof(MapConversion<>),
        [typeof(Output<>)] = typeof(OutputConversion<>),
    };

    /// <summary>Why outputs may not have a type; nothing if they may. Classes are looked into when a value arrives for them.</summary>
    public static string? Refusal(Type type)
    {
        if (Simple.Contains(type) || type.IsAssignableTo(typeof(Resource)))
            return null;
        if (type.IsEnum)
            return type.GetEnumUnderlyingType() == typeof(int) ? null : $"{type.FullName} is an enum of another type than int";
        if (EnumTypes.Of(type) is not null)
            return null;
        if (type.IsConstructedGenericType && Generic(type) is not null)
        {
            if (
                type.GetGenericTypeDefinition() == typeof(ImmutableDictionary<,>)
                && type.GenericTypeArguments[0] != typeof(string)
            )
                return $"got {type}, want keys of type string";
            return Arguments(type).Select(Refusal).FirstOrDefault(refusal => refusal is not null);
        }
        var isMarked =
            type.GetCustomAttribute<OutputTypeAttribute>() is not null
            || type.GetCustomAttribute<DiscriminatedUnionDiscriminatorAttribute>() is not null;
        return isMarked
            ? null
            : $"got the type {type.FullName}, want string, bool, int, double, an enum, object, JsonElement, an asset, a resource, a class marked "
                + "[OutputType], or Nullable, Union, ImmutableArray or ImmutableDictionary<string, …> of such";
    }

    public static Type? Generic(Type type) => Generics.GetValueOrDefault(type.GetGenericTypeDefinition());

    /// <summary>The types a generic type is of, without the type of the keys.</summary>
    public static Type[] Arguments(Type type) =>
        type.GetGenericTypeDefinition() == typeof(ImmutableDictionary<,>)
            ? [type.GenericTypeArguments[1]]
            : type.GenericTypeArguments;
}
