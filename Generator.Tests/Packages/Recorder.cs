using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace Generator.Tests.Packages;

/// <summary>Answers every resource with its inputs and every call with a fixed result, and remembers what was asked.</summary>
internal sealed class Recorder : IMocks
{
    private readonly ConcurrentQueue<MockResourceArgs> _resources = new();
    private readonly ConcurrentQueue<MockCallArgs> _calls = new();

    public ImmutableDictionary<string, object> Answer { get; init; } = ImmutableDictionary<string, object>.Empty;

    public MockResourceArgs Resource(string name) => _resources.Single(r => r.Name == name);

    public MockCallArgs Call => _calls.Single();

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        _resources.Enqueue(args);
        return Task.FromResult<(string?, object)>(
            (args.Id is { Length: > 0 } id ? id : args.Name + "-id", args.Inputs.SetItems(Answer))
        );
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        _calls.Enqueue(args);
        return Task.FromResult<object>(Answer);
    }

    public static async Task<Recorder> RunAsync(Action program, ImmutableDictionary<string, object>? answer = null)
    {
        var recorder = answer is null ? new Recorder() : new Recorder { Answer = answer };
        await Deployment.TestAsync(recorder, new TestOptions { IsPreview = false }, program);
        return recorder;
    }
}
