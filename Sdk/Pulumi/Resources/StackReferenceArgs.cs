namespace Pulumi;

/// <summary>Which stack a <see cref="StackReference"/> is of.</summary>
public class StackReferenceArgs : ResourceArgs
{
    /// <summary>The name of the resource names the stack.</summary>
    public StackReferenceArgs() { }

    /// <summary>Name of the stack, <c>organization/project/stack</c>. Default: the name of the resource.</summary>
    [Input("name", required: true)]
    public Input<string>? Name { get; set; }
}
