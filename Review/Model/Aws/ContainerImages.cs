using System.Globalization;

namespace Review.Model.Aws;

/// <summary>What the name of a container image says about which image it is.</summary>
internal static class ContainerImages
{
    private const string Repository = "aws:ecr/repository:Repository";
    private const string PrivateHost = ".dkr.ecr.";
    private const string Immutable = "IMMUTABLE";

    // 3.2.24 is one image by convention; 3.2 and 3 move.
    private const int PartsOfAFullVersion = 3;

    /// <summary>Why an image may be another one tomorrow; nothing where it stays the same.</summary>
    public static string? WhyItMayChange(StackModel stack, string image)
    {
        if (image.Contains("@sha256:", StringComparison.Ordinal))
            return null;
        var (repository, tag) = Split(image);
        if (tag is null or "latest")
            return $"got {(tag is null ? "no tag, which means latest" : "the tag latest")}";
        if (RepositoryOf(stack, repository) is { } own)
            return own["imageTagMutability"].Text?.StartsWith(Immutable, StringComparison.Ordinal) == true
                ? null
                : $"got the tag {tag} of {own.Name}, which lets tags be overwritten";
        return PartsOf(tag) >= PartsOfAFullVersion ? null : $"got the tag {tag}, which moves";
    }

    private static (string Repository, string? Tag) Split(string image)
    {
        // A stand-in holds colons itself, and so does a registry's port.
        var after = Math.Max(image.LastIndexOf("]]", StringComparison.Ordinal), image.LastIndexOf('/'));
        var colon = image.IndexOf(':', Math.Max(after, 0));
        return colon < 0 ? (image, null) : (image[..colon], image[(colon + 1)..]);
    }

    private static Resource? RepositoryOf(StackModel stack, string repository)
    {
        if (Reference.IsIn(repository))
            return stack.References.In(repository).FirstOrDefault(target => target.Type == Repository);
        var slash = repository.IndexOf('/');
        return slash > 0 && repository[..slash].Contains(PrivateHost, StringComparison.Ordinal)
            ? stack.References.In(repository[(slash + 1)..]).FirstOrDefault(target => target.Type == Repository)
            : null;
    }

    private static int PartsOf(string tag) =>
        tag.TrimStart('v')
            .Split('-')[0]
            .Split('.')
            .Count(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _));
}
