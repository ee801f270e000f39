using System.Collections.Immutable;
using System.Globalization;

namespace Pulumi;

/// <summary>Makes outputs and combines them.</summary>
public static partial class Output
{
    /// <summary>An output of a value that is there: known, not secret, from no resource.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The value.</param>
    public static Output<T> Create<T>(T value) => new(OutputData<T>.Known(value));

    /// <inheritdoc cref="Output{T}.Create(Task{T})"/>
    /// <typeparam name="T">Type of the value.</typeparam>
    public static Output<T> Create<T>(Task<T> value) => FromTask(value, isSecret: false);

    /// <summary>A secret output of a value that is there. It stays secret through everything made of it.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The value.</param>
    public static Output<T> CreateSecret<T>(T value) =>
        new(new OutputData<T>(ResourceSet.Empty, value, isKnown: true, isSecret: true));

    /// <summary>A secret output of what a task will answer.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The task; its failure becomes the failure of the deployment.</param>
    public static Output<T> CreateSecret<T>(Task<T> value) => FromTask(value, isSecret: true);

    /// <summary>The same output, secret.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The output; it is not changed.</param>
    public static Output<T> CreateSecret<T>(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return WithSecret(value, isSecret: true);
    }

    /// <summary>The same output, no longer secret. What happens to the value afterwards is the caller's responsibility.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="output">The output; it is not changed.</param>
    public static Output<T> Unsecret<T>(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return WithSecret(output, isSecret: false);
    }

    /// <summary>Whether an output is secret, once that is known.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="output">The output.</param>
    public static async Task<bool> IsSecretAsync<T>(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return (await output.DataAsync().ConfigureAwait(false)).IsSecret;
    }

    /// <summary>
    /// A text with outputs and inputs in its holes, <c>Output.Format($"https://{host}:{port}")</c>. Known only if all of them are, secret if
    /// any of them is.
    /// </summary>
    /// <param name="formattableString">The text with its holes; format specifiers work as in <see cref="string.Format(string, object?[])"/>.</param>
    public static Output<string> Format(FormattableString formattableString)
    {
        ArgumentNullException.ThrowIfNull(formattableString);
        return Output<string>.From(FormatAsync(formattableString.Format, formattableString.GetArguments()));
    }

    internal static Output<T> FromTask<T>(Task<T> value, bool isSecret)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.IsCompletedSuccessfully
            ? new(new OutputData<T>(ResourceSet.Empty, value.Result, isKnown: true, isSecret))
            : Output<T>.From(LaterAsync(value, isSecret));

        static async ValueTask<OutputData<T>> LaterAsync(Task<T> value, bool isSecret) =>
            new(ResourceSet.Empty, await value.ConfigureAwait(false), isKnown: true, isSecret);
    }

    internal static Output<T> Unknown<T>(T value = default!) =>
        new(new OutputData<T>(ResourceSet.Empty, value, isKnown: false, isSecret: false));

    internal static Output<T> WithSecret<T>(Output<T> output, bool isSecret)
    {
        return Output<T>.From(LaterAsync(output, isSecret));

        static async ValueTask<OutputData<T>> LaterAsync(Output<T> output, bool isSecret) =>
            (await output.DataAsync().ConfigureAwait(false)).WithSecret(isSecret);
    }

    private static async ValueTask<OutputData<string>> FormatAsync(string format, object?[] holes)
    {
        var join = new Join();
        var values = ImmutableArray.CreateBuilder<object?>(holes.Length);
        foreach (var hole in holes)
        {
            if (UntypedOutputs.Of(hole) is not { } output)
            {
                values.Add(hole);
                continue;
            }
            var data = await output.GetDataAsync().ConfigureAwait(false);
            join.Add(data.Resources, data.IsKnown, data.IsSecret);
            values.Add(data.Value);
        }
        return join.Data(string.Format(CultureInfo.CurrentCulture, format, [.. values]));
    }
}
