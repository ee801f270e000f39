using System.Collections.Immutable;

namespace Pulumi;

/// <summary>To a value that may be missing.</summary>
internal sealed class NullableConversion<T> : Conversion
    where T : struct
{
    protected override string? TryConvertValue(ConversionContext context, object value, ref object? result) =>
        To<T>().TryConvert(context, value, out var inner) is { } problem ? problem : Take(inner, out result);

    private static string? Take(object? inner, out object? result)
    {
        result = inner;
        return null;
    }
}

/// <summary>To one of two types, the first one the value fits.</summary>
internal sealed class UnionConversion<T0, T1> : Conversion
{
    protected override object? Default => default(Union<T0, T1>);

    protected override string? TryConvertValue(ConversionContext context, object value, ref object? result)
    {
        if (To<T0>().TryConvert(context, value, out var first) is null)
        {
            result = Union<T0, T1>.FromT0((T0)first!);
            return null;
        }
        if (To<T1>().TryConvert(context, value, out var second) is not null)
            return context.Mismatch($"{typeof(T0).FullName} or {typeof(T1).FullName}", value);
        result = Union<T0, T1>.FromT1((T1)second!);
        return null;
    }
}

/// <summary>To a list. An element that does not fit is warned of and becomes the default value.</summary>
internal sealed class ArrayConversion<T> : Conversion
{
    protected override object? Default => default(ImmutableArray<T>);

    protected override string? TryConvertValue(ConversionContext context, object value, ref object? result)
    {
        if (value is not ImmutableArray<object?> items)
            return context.Mismatch("list", value);
        var element = To<T>();
        var converted = ImmutableArray.CreateBuilder<T>(items.Length);
        foreach (var item in items)
            converted.Add((T)element.Convert(context, item)!);
        result = converted.MoveToImmutable();
        return null;
    }
}

/// <summary>To a map. An entry that does not fit is warned of and becomes the default value.</summary>
internal sealed class MapConversion<T> : Conversion
{
    protected override string? TryConvertValue(ConversionContext context, object value, ref object? result)
    {
        if (value is not ImmutableDictionary<string, object?> entries)
            return context.Mismatch("map", value);
        if (typeof(T) == typeof(object))
        {
            result = entries;
            return null;
        }
        var element = To<T>();
        result = entries.ToImmutableDictionary(entry => entry.Key, entry => (T)element.Convert(context, entry.Value)!);
        return null;
    }
}

/// <summary>To an output inside of a value.</summary>
internal sealed class OutputConversion<T> : Conversion
{
    protected override string? TryConvertValue(ConversionContext context, object value, ref object? result)
    {
        if (value is Output<T>)
        {
            result = value;
            return null;
        }
        if (To<T>().TryConvert(context, value, out var inner) is { } problem)
            return problem;
        result = Output.Create((T)inner!);
        return null;
    }
}
