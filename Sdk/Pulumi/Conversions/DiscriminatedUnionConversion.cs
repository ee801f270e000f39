using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>To an interface of which one property of the value says which class it is.</summary>
internal sealed class DiscriminatedUnionConversion(Type type, string discriminator) : Conversion
{
    private readonly Dictionary<string, Type> _cases = type.GetCustomAttributes<DiscriminatedUnionCaseAttribute>()
        .ToDictionary(@case => @case.Tag, @case => @case.Type);

    protected override string? TryConvertValue(ConversionContext context, object value, ref object? result)
    {
        if (value is not ImmutableDictionary<string, object?> properties)
            return context.Mismatch($"map for {type.FullName}", value);
        if (properties.GetValueOrDefault(discriminator) is not string tag || !_cases.TryGetValue(tag, out var @case))
        {
            var tags = string.Join(", ", _cases.Keys);
            return $"{context.Where}: got '{properties.GetValueOrDefault(discriminator)}' for {discriminator}, want one of {tags}";
        }
        return Of(@case).TryConvert(context, value, out result);
    }
}
