using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Engine.Model;
using Review.Model;

namespace Infra.Cli.Output.Report;

/// <summary>
/// Where each resource stands in the page. An anchor is made of the resource's own name, so that a link somebody wrote down leads to the same resource in the
/// next report.
/// </summary>
internal sealed class Anchors
{
    private readonly Dictionary<string, string> _byUrn = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Type, string Name), string> _byName = [];

    /// <summary>Gives each resource of a stack its anchor.</summary>
    public Anchors(StackModel model)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in model.Resources)
        {
            // The stack itself is the page.
            if (resource.Type == Urns.StackType)
                continue;
            var anchor = Of(resource.Urn);
            // Four bytes of a digest collide once in some ten thousand stacks.
            while (!taken.Add(anchor))
                anchor += "x";
            _byUrn.TryAdd(resource.Urn, anchor);
            _byName.TryAdd((resource.Type, resource.Name), anchor);
        }
    }

    /// <summary>The anchor of a resource; nothing where the plan does not have it.</summary>
    public string? Find(string urn) => _byUrn.GetValueOrDefault(urn);

    /// <summary>The anchor of the resource that a stand-in names; nothing where the plan does not have it.</summary>
    public string? Find(string type, string name) => _byName.GetValueOrDefault((type, name));

    private static string Of(string urn)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(urn), digest);
        return $"r{BinaryPrimitives.ReadUInt32BigEndian(digest):x8}";
    }
}
