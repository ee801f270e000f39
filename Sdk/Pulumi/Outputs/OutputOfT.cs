namespace Pulumi;

/// <summary>
/// A value that may exist only later, together with the resources it came from, whether it is known yet and whether it is secret.
/// Hand it to other resources as it is, or look inside with <see cref="Apply{TResult}(Func{T, TResult})"/>.
/// </summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed partial class Output<T> : IOutput
{
    // One of: the data; or where they will come from, a Task<OutputData<T>> or the ResourceOutputs of the resource that has this property.
    private OutputData<T>? _data;
    private readonly object? _source;
    private readonly string _property = "";

    internal Output(OutputData<T> data) => _data = data;

    internal Output(Task<OutputData<T>> data, bool tracked = true)
    {
        if (data.IsCompletedSuccessfully)
        {
            _data = data.Result;
            return;
        }
        _source = data;
        if (tracked)
            Deployment.Track(data);
    }

    internal Output(ResourceOutputs owner, string property)
    {
        _source = owner;
        _property = property;
    }

    internal static Output<T> From(ValueTask<OutputData<T>> data) =>
        data.IsCompletedSuccessfully ? new(data.Result) : new(data.AsTask());

    internal static Output<T> Failed(Exception exception) => new(Task.FromException<OutputData<T>>(exception));

    /// <summary>The data if they are there already.</summary>
    internal OutputData<T>? DataOrNull =>
        _data
        ?? _source switch
        {
            Task<OutputData<T>> { IsCompletedSuccessfully: true } task => _data = task.Result,
            ResourceOutputs { IsCompleted: true } owner => _data = owner.Read<T>(_property),
            _ => null,
        };

    internal ValueTask<OutputData<T>> DataAsync() => DataOrNull is { } data ? new(data) : WaitAsync();

    internal async ValueTask<T> GetValueAsync(T whenUnknown)
    {
        var data = await DataAsync().ConfigureAwait(false);
        return data.IsKnown ? data.Value : whenUnknown;
    }

    async ValueTask<UntypedData> IOutput.GetDataAsync() => (await DataAsync().ConfigureAwait(false)).Untyped();

    /// <summary>An output of what a task will answer: known, not secret, from no resource.</summary>
    /// <param name="value">The task; its failure becomes the failure of the deployment.</param>
    public static Output<T> Create(Task<T> value) => Output.FromTask(value, isSecret: false);

    /// <summary>Not the value: the value is not there yet. Warns, or throws when <c>PULUMI_ERROR_OUTPUT_STRING</c> is <c>1</c> or <c>true</c>.</summary>
    /// <exception cref="InvalidOperationException"><c>PULUMI_ERROR_OUTPUT_STRING</c> is set.</exception>
    public override string ToString() => OutputText.Refuse();

    private async ValueTask<OutputData<T>> WaitAsync()
    {
        if (_source is Task<OutputData<T>> task)
            return _data = await task.ConfigureAwait(false);

        var owner = (ResourceOutputs)_source!;
        await owner.Completion.ConfigureAwait(false);
        return _data ??= owner.Read<T>(_property);
    }
}
