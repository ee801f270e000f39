using System.Text.Json;

namespace Pulumi;

/// <summary>To <see cref="object"/>: the value as it is.</summary>
internal sealed class Unchanged : Conversion
{
    protected override string? TryConvertValue(ConversionContext context, object value, ref object? result)
    {
        result = value;
        return null;
    }
}

/// <summary>To a type the value must already have.</summary>
internal sealed class SameType(Type type) : Conversion
{
    private readonly object? _default = type.IsValueType ? Activator.CreateInstance(type) : null;

    protected override object? Default => _default;

    protected override string? TryConvertValue(ConversionContext context, object value, ref object? result)
    {
        if (!type.IsInstanceOfType(value))
            return context.Mismatch(type.FullName!, value);
        result = value;
        return null;
    }
}

/// <summary>To <see cref="int"/>: all numbers travel as doubles.</summary>
internal sealed class IntConversion : Conversion
{
    protected override object? Default => 0;

    protected override string? TryConvertValue(ConversionContext context, object value, ref object? result)
    {
        if (value is not double number)
            return context.Mismatch("System.Int32", value);
        result = (int)number;
        return null;
    }
}

/// <summary>To an enum of ints.</summary>
internal sealed class EnumConversion(Type type) : Conversion
{
    protected override object? Default => Enum.ToObject(type, 0);

    protected override string? TryConvertValue(ConversionContext context, object value, ref object? result)
    {
        if (value is not double number)
            return context.Mismatch(type.FullName!, value);
        result = Enum.ToObject(type, (int)number);
        return null;
    }
}

/// <summary>To a struct marked with <see cref="EnumTypeAttribute"/>.</summary>
internal sealed class EnumTypeConversion(Type type, EnumTypes enumType) : Conversion
{
    protected override object? Default => Activator.CreateInstance(type);

    protected override string? TryConvertValue(ConversionContext context, object value, ref object? result)
    {
        if (!enumType.UnderlyingType.IsInstanceOfType(value))
            return context.Mismatch($"{enumType.UnderlyingType.FullName} for {type.FullName}", value);
        result = enumType.Create(value);
        return null;
    }
}

/// <summary>To <see cref="JsonElement"/>: the same structure.</summary>
internal sealed class JsonConversion : Conversion
{
    protected override object? Default => default(JsonElement);

    protected override string? TryConvertValue(ConversionContext context, object value, ref object? result)
    {
        if (value is AssetOrArchive or Resource or IOutput)
            return context.Mismatch("structure of texts, numbers, truth values, lists and maps", value);
        result = JsonSerializer.SerializeToElement(value);
        return null;
    }
}
