using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi;

/// <summary>How to go between a struct marked with <see cref="EnumTypeAttribute"/> and the text or number it stands for.</summary>
internal sealed class EnumTypes
{
    private const BindingFlags AnyConstructor = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, EnumTypes?> Known = new();

    private readonly ConstructorInfo _constructor;
    private readonly MethodInfo _conversion;

    private EnumTypes(Type type)
    {
        foreach (var underlying in (Type[])[typeof(string), typeof(double)])
        {
            var conversion = type.GetMethod("op_Explicit", BindingFlags.Public | BindingFlags.Static, [type]);
            if (type.GetConstructor(AnyConstructor, [underlying]) is not { } constructor || conversion?.ReturnType != underlying)
                continue;
            (_constructor, _conversion, UnderlyingType) = (constructor, conversion, underlying);
            return;
        }
        throw new InvalidOperationException(
            $"{type.FullName} is marked [EnumType]: want a constructor from, and an explicit conversion to, string or double"
        );
    }

    /// <summary><see cref="string"/> or <see cref="double"/>.</summary>
    public Type UnderlyingType { get; }

    public static EnumTypes? Of(Type type) =>
        Known.GetOrAdd(
            type,
            static t => t.IsValueType && t.GetCustomAttribute<EnumTypeAttribute>() is not null ? new EnumTypes(t) : null
        );

    public object? Underlying(object value) => _conversion.Invoke(null, [value]);

    public object Create(object underlying) => _constructor.Invoke([underlying]);
}
