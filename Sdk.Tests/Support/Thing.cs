using System.Collections.Immutable;
using Pulumi;

namespace Sdk.Tests.Support;

internal sealed class ThingArgs : ResourceArgs
{
    [Input("list")]
    private InputList<string>? _list;

    [Input("map")]
    private InputMap<string>? _map;

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("size")]
    public Input<int>? Size { get; set; }

    [Input("part")]
    public Input<PartArgs>? Part { get; set; }

    [Input("any")]
    public Input<object>? Any { get; set; }

    [Input("file")]
    public Input<AssetOrArchive>? File { get; set; }

    [Input("other")]
    public Input<Resource>? Other { get; set; }

    public InputList<string> List
    {
        get => _list ??= [];
        set => _list = value;
    }

    public InputMap<string> Map
    {
        get => _map ??= [];
        set => _map = value;
    }
}

internal sealed class PartArgs : ResourceArgs
{
    [Input("kind", required: true)]
    public Input<string>? Kind { get; set; }

    [Input("weight", required: true)]
    public Input<int>? Weight { get; set; }
}

[OutputType]
internal sealed class Part
{
    public readonly string Kind;
    public readonly int Weight;

    [OutputConstructor]
    private Part(string kind, [OutputConstructorParameter("weight")] int heavy) => (Kind, Weight) = (kind, heavy);
}

[ResourceType("test:index:Thing", "1.2.3")]
internal sealed class Thing : CustomResource
{
    public const string Token = "test:index:Thing";

    public Thing(string name, ThingArgs? args = null, CustomResourceOptions? options = null)
        : base(Token, name, args ?? new(), options) { }

    [Output("name")]
    public Output<string> Label { get; private set; } = null!;

    [Output("size")]
    public Output<int> Size { get; private set; } = null!;

    [Output("list")]
    public Output<ImmutableArray<string>> List { get; private set; } = null!;

    [Output("map")]
    public Output<ImmutableDictionary<string, string>?> Map { get; private set; } = null!;

    [Output("part")]
    public Output<Part?> Part { get; private set; } = null!;

    [Output("any")]
    public Output<object?> Any { get; private set; } = null!;
}

internal sealed class Group : ComponentResource
{
    public Group(string name, ComponentResourceOptions? options = null, Action<Group>? inside = null)
        : base("test:index:Group", name, options)
    {
        inside?.Invoke(this);
        RegisterOutputs(new Dictionary<string, object?> { ["size"] = 3 });
    }
}

internal sealed class Bundle(string name, ThingArgs args, ComponentResourceOptions? options = null)
    : ComponentResource("test:index:Bundle", name, args, options, remote: true);

internal sealed class ThingProvider(string name, CustomResourceOptions? options = null)
    : ProviderResource("test", name, ResourceArgs.Empty, options);
