using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Pulumi;

/// <summary>
/// What the engine answers about one resource. All output properties of the resource share it, and a property is converted to its C# type
/// when it is first looked at: most never are.
/// </summary>
internal sealed class ResourceOutputs(Resource owner, Deployment deployment)
{
    private readonly TaskCompletionSource _answered = new();
    private Registered? _answer;

    public Task Completion => _answered.Task;

    public bool IsCompleted => _answered.Task.IsCompletedSuccessfully;

    public void Complete(Registered answer)
    {
        _answer = answer;
        _answered.SetResult();
    }

    public void Fail(Exception exception)
    {
        _answered.TrySetException(exception);
        _ = _answered.Task.Exception; // whoever waits is told; if nobody does, the deployment was told already
    }

    public OutputData<T> Read<T>(string property)
    {
        var answer = _answer!;
        if (property == WireNames.Urn)
            return new(answer.Self, (T)(object)answer.Urn, isKnown: true, isSecret: false);
        if (property == WireNames.Id && owner is CustomResource)
            return new(answer.Self, (T)(object)answer.Id, isKnown: answer.Id.Length > 0, isSecret: false);
        var resources = answer.Dependencies?.TryGetValue(property, out var more) == true ? answer.Self.Union(more) : answer.Self;
        // What is not known yet is left out of the values, but where it will come from is said all the same.
        if (!answer.Values.TryGetValue(property, out var value))
            return new(resources, default!, answer.OthersAreKnown, isSecret: false);

        var data = Deserializer.Read(value);
        var context = $"{owner.GetType().FullName}.{property}";
        var converted = Conversion.To<T>().Convert(new(context, warning => deployment.Logger.Warn(warning, owner)), data.Value);
        return new(resources, (T)converted!, data.IsKnown, data.IsSecret);
    }
}

/// <summary>The engine's answer to a registration or a read.</summary>
/// <param name="Self">The resource alone, shared by all its outputs.</param>
/// <param name="Urn">Its URN.</param>
/// <param name="Id">Its id; empty while it is not known.</param>
/// <param name="Values">Its properties.</param>
/// <param name="Dependencies">Where the properties came from besides the resource. Default: from nowhere else.</param>
/// <param name="OthersAreKnown">Whether a property that is not among the values is known to be empty, rather than not known yet.</param>
internal sealed record Registered(
    ResourceSet Self,
    string Urn,
    string Id,
    IDictionary<string, Value> Values,
    Dictionary<string, ResourceSet>? Dependencies,
    bool OthersAreKnown
);
