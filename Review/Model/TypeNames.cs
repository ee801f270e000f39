namespace Review.Model;

/// <summary>Type tokens as people read them.</summary>
public static class TypeNames
{
    /// <summary>A type token without its module's file: <c>aws:ec2/vpc:Vpc</c> is <c>aws:ec2:Vpc</c>, as Pulumi's own displays have it.</summary>
    public static string Short(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        var first = token.IndexOf(':', StringComparison.Ordinal);
        var last = token.LastIndexOf(':');
        var slash = token.IndexOf('/', StringComparison.Ordinal);
        return first >= 0 && slash > first && slash < last ? string.Concat(token.AsSpan(0, slash), token.AsSpan(last)) : token;
    }
}
