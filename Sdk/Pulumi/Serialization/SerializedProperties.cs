using Google.Protobuf.WellKnownTypes;

namespace Pulumi;

/// <summary>Properties as the engine gets them, and for each the resources it came from.</summary>
internal sealed record SerializedProperties(Struct Values, Dictionary<string, HashSet<Resource>> Dependencies)
{
    private static readonly HashSet<Resource> None = [];

    /// <summary><see cref="OfAsync(IEnumerable{KeyValuePair{string, object?}}, Serializer, Predicate{string})"/> for all properties.</summary>
    /// <exception cref="RunException">One of them cannot be sent; <paramref name="owner"/> says whose it is.</exception>
    public static async ValueTask<SerializedProperties> OfAsync(
        IEnumerable<KeyValuePair<string, object?>> properties,
        Serializer serializer,
        string owner
    )
    {
        try
        {
            return await OfAsync(properties, serializer, static _ => true).ConfigureAwait(false);
        }
        catch (InputProblem problem)
        {
            throw new RunException($"{owner}: {problem.Message}", problem);
        }
    }

    /// <summary>Serializes properties, waiting for what is not there yet. Properties without a value are left out.</summary>
    public static async ValueTask<SerializedProperties> OfAsync(
        IEnumerable<KeyValuePair<string, object?>> properties,
        Serializer serializer,
        Predicate<string> isWanted
    )
    {
        var values = new Struct();
        var dependencies = new Dictionary<string, HashSet<Resource>>();
        foreach (var (name, property) in properties)
        {
            if (!isWanted(name))
                continue;
            var value = await serializer.SerializeAsync(property, name).ConfigureAwait(false);
            var resources = serializer.TakeDependencies();
            if (value is null)
                continue;
            values.Fields[name] = value;
            dependencies[name] = resources ?? None;
        }
        return new(values, dependencies);
    }
}
