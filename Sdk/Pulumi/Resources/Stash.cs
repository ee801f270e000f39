namespace Pulumi;

/// <summary>Keeps a value in the state of the stack: the first one it was given stays until the resource is replaced.</summary>
public sealed class Stash : CustomResource
{
    /// <summary>Registers it.</summary>
    /// <param name="name">Name, unique in the stack.</param>
    /// <param name="args">The value to keep.</param>
    /// <param name="options">Its options. Default: none.</param>
    public Stash(string name, StashArgs args, CustomResourceOptions? options = null)
        : base("pulumi:index:Stash", name, args, options) { }

    /// <summary>The value it was last given.</summary>
    [Output("input")]
    public Output<object> Input { get; private set; } = null!;

    /// <summary>The value it keeps.</summary>
    [Output("output")]
    public Output<object> Output { get; private set; } = null!;
}
