using System.Collections.Immutable;

namespace Pulumi;

public static partial class Output
{
    /// <summary>One output of all values in their order. Known only if all are known, secret if any is, from the resources of all.</summary>
    /// <typeparam name="T">Type of the values.</typeparam>
    /// <param name="inputs">The values.</param>
    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return AllOf(ImmutableArray.Create(inputs));
    }

    /// <inheritdoc cref="All{T}(Input{T}[])"/>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) => AllOf([.. inputs]);

    /// <inheritdoc cref="All{T}(Input{T}[])"/>
    /// <param name="outputs">The values.</param>
    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All(outputs.AsEnumerable());

    /// <inheritdoc cref="All{T}(Output{T}[])"/>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        return Output<ImmutableArray<T>>.From(AllAsync([.. outputs]));
    }

    internal static Output<ImmutableArray<T>> AllOf<T>(ImmutableArray<Input<T>> inputs)
    {
        return Output<ImmutableArray<T>>.From(AllAsync(inputs));

        static async ValueTask<OutputData<ImmutableArray<T>>> AllAsync(ImmutableArray<Input<T>> inputs)
        {
            var join = new Join();
            var values = ImmutableArray.CreateBuilder<T>(inputs.Length);
            foreach (var input in inputs)
                values.Add(await join.Add(input).ConfigureAwait(false));
            return join.Data(values.MoveToImmutable());
        }
    }

    private static async ValueTask<OutputData<ImmutableArray<T>>> AllAsync<T>(ImmutableArray<Output<T>> outputs)
    {
        var join = new Join();
        var values = ImmutableArray.CreateBuilder<T>(outputs.Length);
        foreach (var output in outputs)
            values.Add(await join.Add(output).ConfigureAwait(false));
        return join.Data(values.MoveToImmutable());
    }
}
