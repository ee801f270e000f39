using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>To a class marked with <see cref="OutputTypeAttribute"/>: its constructor gets the properties by name.</summary>
internal sealed class OutputTypeConversion : Conversion
{
    private const BindingFlags AnyConstructor = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly Type _type;
    private readonly ConstructorInfo _constructor;
    private readonly (string Property, string Where, Lazy<Conversion> Conversion)[] _parameters;

    public OutputTypeConversion(Type type)
    {
        _type = type;
        _constructor = Constructor(type);
        // Lazy, because a type may contain itself.
        _parameters =
        [
            .. _constructor
                .GetParameters()
                .Select(parameter =>
                    (
                        parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!,
                        $"{type.FullName}({parameter.Name})",
                        new Lazy<Conversion>(() => Of(parameter.ParameterType))
                    )
                ),
        ];
    }

    protected override string? TryConvertValue(ConversionContext context, object value, ref object? result)
    {
        if (value is not ImmutableDictionary<string, object?> properties)
            return context.Mismatch($"map for {_type.FullName}", value);
        var arguments = new object?[_parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            var (property, where, conversion) = _parameters[i];
            arguments[i] = conversion.Value.Convert(context with { Where = where }, properties.GetValueOrDefault(property));
        }
        result = _constructor.Invoke(arguments);
        return null;
    }

    private static ConstructorInfo Constructor(Type type)
    {
        var constructors = type.GetConstructors(AnyConstructor);
        var marked = constructors.FirstOrDefault(c => c.GetCustomAttribute<OutputConstructorAttribute>() is not null);
        return marked
            ?? (constructors.Where(c => c.IsPublic).ToArray() is [var only] ? only : null)
            ?? throw new InvalidOperationException(
                $"{type.FullName} is marked [OutputType]: want a constructor marked [OutputConstructor], or a single public one"
            );
    }
}
