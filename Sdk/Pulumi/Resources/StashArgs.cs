namespace Pulumi;

/// <summary>What a <see cref="Stash"/> keeps.</summary>
public sealed class StashArgs : ResourceArgs
{
    /// <summary>Nothing to keep yet.</summary>
    public StashArgs() { }

    /// <summary>The value to keep.</summary>
    [Input("input", required: true)]
    public Input<object> Input { get; set; } = null!;
}
