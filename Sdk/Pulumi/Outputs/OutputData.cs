namespace Pulumi;

/// <summary>What an output turned out to be: a value, the resources it came from, whether it is known yet and whether it is secret.</summary>
internal sealed class OutputData<T>(ResourceSet resources, T value, bool isKnown, bool isSecret)
{
    public ResourceSet Resources { get; } = resources;

    /// <summary>The value; meaningless (usually the default) while it is not known.</summary>
    public T Value { get; } = value;

    public bool IsKnown { get; } = isKnown;

    public bool IsSecret { get; } = isSecret;

    public static OutputData<T> Known(T value) => new(ResourceSet.Empty, value, isKnown: true, isSecret: false);

    public static OutputData<T> Unknown(ResourceSet resources, bool isSecret) =>
        new(resources, default!, isKnown: false, isSecret);

    public OutputData<T> WithSecret(bool isSecret) => isSecret == IsSecret ? this : new(Resources, Value, IsKnown, isSecret);

    public UntypedData Untyped() => new(Resources, Value, IsKnown, IsSecret);
}

/// <summary><see cref="OutputData{T}"/> for code that does not know the type.</summary>
internal readonly record struct UntypedData(ResourceSet Resources, object? Value, bool IsKnown, bool IsSecret)
{
    public static UntypedData Known(object? value) => new(ResourceSet.Empty, value, IsKnown: true, IsSecret: false);
}
