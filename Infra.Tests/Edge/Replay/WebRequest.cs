using System.Collections.Immutable;

namespace Infra.Tests.Edge.Replay;

/// <summary>A request as WAF sees it.</summary>
/// <param name="Name">What it is, for the names of tests.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The path as it was sent, not decoded.</param>
internal sealed record WebRequest(string Name, string Method, string Path)
{
    // A load balancer hands WAF no more of a body; AWS's rules look at that much and pass over the rest.
    public const int InspectedBody = 8 * 1024;

    public string Query { get; init; } = "";

    public string Body { get; init; } = "";

    /// <summary>Names in small letters.</summary>
    public ImmutableDictionary<string, string> Headers { get; init; } =
        ImmutableDictionary<string, string>
            .Empty.Add("host", "idp.example.com")
            .Add("user-agent", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36");

    public string Ip { get; init; } = "203.0.113.7";

    /// <summary>The values of the query, decoded.</summary>
    public IEnumerable<string> Arguments =>
        Query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => Decode(pair[(pair.IndexOf('=') + 1)..]));

    /// <summary>What of the body is looked at, decoded as a form is.</summary>
    public string SeenBody => Decode(Body.Length > InspectedBody ? Body[..InspectedBody] : Body);

    public string DecodedPath => Decode(Path);

    public WebRequest With(string header, string? value) =>
        this with
        {
            Headers = value is null ? Headers.Remove(header) : Headers.SetItem(header, value),
        };

    public static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    public override string ToString() => Name;
}
