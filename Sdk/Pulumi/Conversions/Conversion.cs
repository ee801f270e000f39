using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi;

/// <summary>Where a value stands, for messages, and who is warned of one that does not fit.</summary>
internal readonly record struct ConversionContext(string Where, Action<string> Warn)
{
    public string Mismatch(string wanted, object? got) => $"{Where}: got a {got?.GetType().FullName ?? "null"}, want a {wanted}";
}

/// <summary>
/// Turns what <see cref="Deserializer"/> made into the C# type an output declares. A value that does not fit is warned of and becomes the
/// default value: a provider that answers oddly is no reason for a deployment to stop half-way. One object a type, made once.
/// </summary>
internal abstract class Conversion
{
    private static readonly ConcurrentDictionary<Type, Conversion> Known = new();

    public static Conversion To<T>() => Cache<T>.Conversion;

    public static Conversion Of(Type type) => Known.GetOrAdd(type, static t => Create(t));

    /// <summary>Why outputs may not have a type; nothing if they may.</summary>
    public static string? Refusal(Type type) => ConvertibleTypes.Refusal(type);

    public object? Convert(ConversionContext context, object? value)
    {
        if (TryConvert(context, value, out var result) is { } problem)
            context.Warn(problem);
        return result;
    }

    /// <summary>Converts a value, or answers why it does not fit; the result is then the default value.</summary>
    public string? TryConvert(ConversionContext context, object? value, out object? result)
    {
        result = Default;
        return value is null ? null : TryConvertValue(context, value, ref result);
    }

    /// <summary>What nothing, and what does not fit, becomes.</summary>
    protected virtual object? Default => null;

    /// <summary>Converts a value; leaves the result as it is and answers why if the value does not fit.</summary>
    protected abstract string? TryConvertValue(ConversionContext context, object value, ref object? result);

    private static Conversion Create(Type type)
    {
        if (type == typeof(object))
            return new Unchanged();
        if (type == typeof(int))
            return new IntConversion();
        if (type == typeof(JsonElement))
            return new JsonConversion();
        if (type == typeof(string) || type == typeof(bool) || type == typeof(double))
            return new SameType(type);
        if (type.IsAssignableTo(typeof(AssetOrArchive)) || type.IsAssignableTo(typeof(Resource)))
            return new SameType(type);
        if (type.IsEnum)
            return new EnumConversion(type);
        if (EnumTypes.Of(type) is { } enumType)
            return new EnumTypeConversion(type, enumType);
        if (type.IsConstructedGenericType && ConvertibleTypes.Generic(type) is { } generic)
            return (Conversion)Activator.CreateInstance(generic.MakeGenericType(ConvertibleTypes.Arguments(type)))!;
        if (type.GetCustomAttribute<DiscriminatedUnionDiscriminatorAttribute>() is { } discriminator)
            return new DiscriminatedUnionConversion(type, discriminator.PropertyName);
        if (type.GetCustomAttribute<OutputTypeAttribute>() is not null)
            return new OutputTypeConversion(type);
        throw new InvalidOperationException(Refusal(type) ?? $"{type.FullName} is no type an output may have");
    }

    private static class Cache<T>
    {
        public static readonly Conversion Conversion = Of(typeof(T));
    }
}
