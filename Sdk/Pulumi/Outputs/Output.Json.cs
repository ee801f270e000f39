using System.Text.Json;

namespace Pulumi;

public static partial class Output
{
    /// <summary>
    /// The JSON text of a value. Outputs and inputs anywhere inside the value are written as their values; the text is known only if all
    /// of them are, secret if any is, and comes from the resources of all.
    /// </summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="options">How to write it; default: as <see cref="JsonSerializer"/> does without options.</param>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Output<string>.From(WriteAsync(value, options));
    }

    /// <summary>
    /// The value a JSON text stands for. Outputs inside the value get the resources and the secrecy of the text.
    /// </summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="json">The text; one that does not fit the type fails the deployment.</param>
    /// <param name="options">How to read it; default: as <see cref="JsonSerializer"/> does without options.</param>
    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Output<T>.From(ReadAsync<T>(json, options));
    }

    private static async ValueTask<OutputData<string>> WriteAsync<T>(Output<T> value, JsonSerializerOptions? options)
    {
        var outer = await value.DataAsync().ConfigureAwait(false);
        if (!outer.IsKnown)
            return OutputData<string>.Unknown(outer.Resources, outer.IsSecret);

        // Converters cannot wait, so outputs that are not there yet are noted, waited for here, and the text is written anew.
        while (true)
        {
            var nested = new NestedOutputs(outer.Resources, outer.IsSecret);
            var json = nested.Write(outer.Value, options);
            if (nested.Pending.Count == 0)
                return nested.Join.Data(json);
            await Task.WhenAll(nested.Pending).ConfigureAwait(false);
        }
    }

    private static async ValueTask<OutputData<T>> ReadAsync<T>(Output<string> json, JsonSerializerOptions? options)
    {
        var outer = await json.DataAsync().ConfigureAwait(false);
        if (!outer.IsKnown)
            return OutputData<T>.Unknown(outer.Resources, outer.IsSecret);

        var nested = new NestedOutputs(outer.Resources, outer.IsSecret);
        return new(outer.Resources, nested.Read<T>(outer.Value, options)!, isKnown: true, outer.IsSecret);
    }
}
