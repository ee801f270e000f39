using Review.Model;

namespace Review.Comparison;

/// <summary>A resource of one stack and the one with its role in the other; at least one of them is there.</summary>
/// <param name="Role">The chain of parents and itself, by type and name, without the stack's own names.</param>
/// <param name="Left">The resource of the left stack. Default: it has none.</param>
/// <param name="Right">The resource of the right stack. Default: it has none.</param>
internal sealed record AlignedResource(string Role, Resource? Left, Resource? Right)
{
    /// <summary>Whether only one stack has it.</summary>
    public bool IsAlone => Left is null || Right is null;

    /// <summary>The resource of the left stack, or the one that is there.</summary>
    public Resource Shown => Left ?? Right!;
}
