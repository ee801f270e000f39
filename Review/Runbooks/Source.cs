using Review.Model;

namespace Review.Runbooks;

/// <summary>Where the values of a placeholder are in a plan.</summary>
/// <param name="Type">The resources.</param>
/// <param name="Path">The property; behind <c>&gt;</c> one of the resource that the first part refers to; <c>id</c> for what AWS calls it.</param>
/// <param name="Where">Which of the resources. Default: all.</param>
internal sealed record Source(string Type, string Path, Func<Resource, bool>? Where = null);
