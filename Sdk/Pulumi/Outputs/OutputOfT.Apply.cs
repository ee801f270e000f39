namespace Pulumi;

public sealed partial class Output<T>
{
    /// <summary>
    /// An output of what <paramref name="func"/> makes of the value. It keeps the resources and the secrecy of this one. During a preview
    /// <paramref name="func"/> is not run on a value that is not known; the result is then not known either.
    /// </summary>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <param name="func">What to do with the value. What it throws fails the deployment. It should not create resources.</param>
    public Output<TResult> Apply<TResult>(Func<T, TResult> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        if (DataOrNull is not { } data)
            return Output<TResult>.From(LaterAsync(func));
        try
        {
            return new(Map(data, func));
        }
        catch (Exception e)
        {
            return Output<TResult>.Failed(e);
        }
    }

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Bind(value => Output.FromTask(func(value), isSecret: false));
    }

    /// <inheritdoc cref="Apply{TResult}(Func{T, Output{TResult}?})"/>
    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Bind(value => func(value).ToOutput());
    }

    /// <summary>
    /// An output of the output that <paramref name="func"/> answers, flattened: known only if both are known, secret if either is, from the
    /// resources of both. During a preview <paramref name="func"/> is not run on a value that is not known.
    /// </summary>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <param name="func">What to do with the value; answering nothing gives the default value.</param>
    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Bind(func);
    }

    /// <summary>An output that is there once the task of <paramref name="func"/> has ended; for work done for its effect.</summary>
    /// <param name="func">The work. It is not run during a preview while the value is not known.</param>
    public Output<ValueTuple> Apply(Func<T, Task> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Bind(value => Output.FromTask(EndAsync(func(value)), isSecret: false));

        static async Task<ValueTuple> EndAsync(Task task)
        {
            await task.ConfigureAwait(false);
            return default;
        }
    }

    /// <summary><see cref="Apply{TResult}(Func{T, Output{TResult}?})"/> for code that does not know the type of the value.</summary>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <param name="func">What to do with the value.</param>
    public Output<TResult> UntypedApply<TResult>(Func<object?, Output<TResult>> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return Bind<TResult>(value => func(value));
    }

    private static bool IsSkipped(OutputData<T> data) => !data.IsKnown && Deployment.Instance.IsDryRun;

    private static OutputData<TResult> Map<TResult>(OutputData<T> data, Func<T, TResult> func) =>
        IsSkipped(data)
            ? OutputData<TResult>.Unknown(data.Resources, data.IsSecret)
            : new(data.Resources, func(data.Value), data.IsKnown, data.IsSecret);

    private async ValueTask<OutputData<TResult>> LaterAsync<TResult>(Func<T, TResult> func) =>
        Map(await DataAsync().ConfigureAwait(false), func);

    private Output<TResult> Bind<TResult>(Func<T, Output<TResult>?> func) => Output<TResult>.From(BindAsync(func));

    private async ValueTask<OutputData<TResult>> BindAsync<TResult>(Func<T, Output<TResult>?> func)
    {
        var outer = await DataAsync().ConfigureAwait(false);
        if (IsSkipped(outer))
            return OutputData<TResult>.Unknown(outer.Resources, outer.IsSecret);
        if (func(outer.Value) is not { } output)
            return new(outer.Resources, default!, outer.IsKnown, outer.IsSecret);

        var inner = await output.DataAsync().ConfigureAwait(false);
        return new(
            outer.Resources.Union(inner.Resources),
            inner.Value,
            outer.IsKnown && inner.IsKnown,
            outer.IsSecret || inner.IsSecret
        );
    }
}
