using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>Finds out whether a list is an <see cref="ImmutableArray{T}"/> that was never set, which would throw at every touch.</summary>
internal static class ImmutableArrays
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo?> Known = new();

    public static bool IsDefault(IList list)
    {
        var type = list.GetType();
        if (!type.IsValueType)
            return false;
        var isDefault = Known.GetOrAdd(type, static t => t.GetProperty(nameof(ImmutableArray<int>.IsDefault)));
        return isDefault?.GetValue(list) is true;
    }
}
