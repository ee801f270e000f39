using Pulumi;

namespace Automation.Tests.Inline;

internal sealed class BucketArgs : ResourceArgs
{
    [Input("bucket")]
    public Input<string>? Name { get; set; }

    [Input("forceDestroy")]
    public Input<bool>? ForceDestroy { get; set; }
}

/// <summary>A resource the engine knows.</summary>
internal sealed class Bucket : CustomResource
{
    public Bucket(string name, BucketArgs? args = null)
        : base("aws:s3/bucket:Bucket", name, args ?? new BucketArgs(), (CustomResourceOptions?)null) { }

    [Output("bucket")]
    public Output<string> BucketName { get; private set; } = null!;
}
