using System.Collections.Immutable;

namespace Pulumi.Utilities;

/// <summary>Opens outputs, for tests and for code below the level of programs.</summary>
public static class OutputUtilities
{
    /// <summary>The resources an output came from.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="output">The output.</param>
    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output) =>
        (await output.DataAsync().ConfigureAwait(false)).Resources.ToImmutableHashSet();

    /// <summary>Whether the value of an output is known.</summary>
    /// <inheritdoc cref="GetDependenciesAsync{T}(Output{T})"/>
    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output) =>
        (await output.DataAsync().ConfigureAwait(false)).IsKnown;

    /// <summary>The value of an output; the default value while it is not known. A secret is answered in plain.</summary>
    /// <inheritdoc cref="GetDependenciesAsync{T}(Output{T})"/>
    public static async Task<T> GetValueAsync<T>(Output<T> output) => (await output.DataAsync().ConfigureAwait(false)).Value;

    /// <summary>An output that is not known.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">What <see cref="GetValueAsync{T}(Output{T})"/> answers all the same.</param>
    public static Output<T> CreateUnknown<T>(T value) => Output.Unknown(value);

    /// <summary>An output that is not known; outside of a preview it carries the value of a task.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="valueFactory">Makes the value; not run during a preview.</param>
    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory) => Output.Unknown<T>().Apply<T>((T _) => valueFactory());

    /// <summary>The same output, coming from one resource more.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="output">The output; it is not changed.</param>
    /// <param name="resource">The resource.</param>
    public static Output<T> WithDependency<T>(Output<T> output, Resource resource)
    {
        return Output<T>.From(LaterAsync(output, resource));

        static async ValueTask<OutputData<T>> LaterAsync(Output<T> output, Resource resource)
        {
            var data = await output.DataAsync().ConfigureAwait(false);
            return new(data.Resources.Union(ResourceSet.Of(resource)), data.Value, data.IsKnown, data.IsSecret);
        }
    }
}
