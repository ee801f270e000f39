using System.Reflection;
using System.Runtime.CompilerServices;

namespace Sdk.Tests.Api;

/// <summary>Writes types as C# does, with nullability and the names of tuple elements.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
    };

    public static string Plain(Type type) => Text(type, null, new());

    public static string Of(ParameterInfo parameter) =>
        Text(parameter.ParameterType, new NullabilityInfoContext().Create(parameter), Tuples(parameter));

    public static string Of(PropertyInfo property) =>
        Text(property.PropertyType, new NullabilityInfoContext().Create(property), Tuples(property));

    public static string Of(FieldInfo field) => Text(field.FieldType, new NullabilityInfoContext().Create(field), Tuples(field));

    private static Queue<string?> Tuples(ICustomAttributeProvider member) =>
        member.GetCustomAttributes(typeof(TupleElementNamesAttribute), false) is [TupleElementNamesAttribute names]
            ? new(names.TransformNames)
            : new();

    private static string Text(Type type, NullabilityInfo? nullability, Queue<string?> tuples)
    {
        if (type.IsByRef)
            return Text(type.GetElementType()!, nullability, tuples);
        if (type.IsArray)
            return $"{Text(type.GetElementType()!, nullability?.ElementType, tuples)}[]{Mark(type, nullability)}";
        if (Nullable.GetUnderlyingType(type) is { } value)
            return $"{Text(value, null, tuples)}?";
        if (type.IsGenericParameter)
            return type.Name;
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword + Mark(type, nullability);
        if (type.IsGenericType && type.Namespace == "System" && type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal))
            return Tuple(type, nullability, tuples);
        return Named(type, nullability, tuples) + Mark(type, nullability);
    }

    private static string Named(Type type, NullabilityInfo? nullability, Queue<string?> tuples)
    {
        var owner = type.DeclaringType is { } declaring ? Named(declaring, null, tuples) : type.Namespace!;
        if (!type.IsGenericType)
            return $"{owner}.{type.Name}";
        return $"{owner}.{type.Name.Split('`')[0]}<{string.Join(", ", Arguments(type, nullability, tuples))}>";
    }

    // Tuples of one element, which only the eighth element of a bigger one is, have no C# form.
    private static string Tuple(Type type, NullabilityInfo? nullability, Queue<string?> tuples)
    {
        var count = type.GetGenericArguments().Length;
        if (count == 1)
            return $"System.ValueTuple<{string.Join(", ", Arguments(type, nullability, tuples))}>";
        var names = Enumerable.Range(0, count).Select(_ => tuples.TryDequeue(out var name) ? name : null).ToList();
        var elements = Arguments(type, nullability, tuples).Zip(names, (text, name) => name is null ? text : $"{text} {name}");
        return $"({string.Join(", ", elements)})";
    }

    private static List<string> Arguments(Type type, NullabilityInfo? nullability, Queue<string?> tuples)
    {
        var infos = nullability?.GenericTypeArguments;
        return [.. type.GetGenericArguments().Select((argument, i) => Text(argument, infos?.ElementAtOrDefault(i), tuples))];
    }

    private static string Mark(Type type, NullabilityInfo? nullability) =>
        !type.IsValueType && nullability is { ReadState: NullabilityState.Nullable } ? "?" : "";
}
