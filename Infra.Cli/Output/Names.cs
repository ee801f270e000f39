using Engine.Model;
using Review.Model;

namespace Infra.Cli.Output;

/// <summary>Types and names of resources as people read them.</summary>
internal static class Names
{
    /// <summary>A type token without its module's file: <c>aws:ec2/vpc:Vpc</c> is <c>aws:ec2:Vpc</c>, as Pulumi's own displays have it.</summary>
    public static string Type(string token) => TypeNames.Short(token);

    /// <summary>Type and name behind a URN: <c>aws:ec2:Vpc main</c>.</summary>
    public static string Of(string urn) => Urns.IsValid(urn) ? $"{Type(Urns.Type(urn))} {Urns.Name(urn)}" : urn;

    /// <summary>A child's name without what it shares with its parent's: <c>…-public-1a</c>.</summary>
    public static string Below(string parent, string name) =>
        name.Length > parent.Length + 1 && name[parent.Length] == '-' && name.StartsWith(parent, StringComparison.Ordinal)
            ? string.Concat("…", name.AsSpan(parent.Length))
            : name;
}
