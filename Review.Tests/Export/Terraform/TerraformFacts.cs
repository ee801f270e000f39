namespace Review.Tests.Export.Terraform;

/// <summary>
/// What the Terraform providers have, from the bindings that HashiCorp generated from their schemas (<c>@cdktf/provider-aws</c> 21.22.1 of provider 6.25.0,
/// <c>@cdktf/provider-random</c> 12.0.1; <c>random_uuid4</c> and <c>random_uuid7</c>, which are newer, are taken to be as <c>random_uuid</c>). A line of
/// <c>attributes.txt</c> is a resource or a block in one, then its attributes by kind: <c>s</c> text, <c>n</c> number, <c>b</c> truth value, <c>a</c> anything,
/// <c>l</c> list or set, <c>m</c> map, <c>L</c> and <c>S</c> list and set of objects, <c>O</c> object, <c>M</c> map of objects, <c>-</c> only told.
/// </summary>
internal static class TerraformFacts
{
    private static readonly string Folder = Path.Combine(Golden.Root, "Review.Tests", "Export", "Terraform");

    /// <summary>Kinds by attribute, by the path of the resource or block.</summary>
    public static Dictionary<string, Dictionary<string, char>> Attributes { get; } =
        File.ReadLines(Path.Combine(Folder, "attributes.txt"))
            .Select(line => line.TrimEnd().Split(' '))
            .ToDictionary(
                parts => parts[0],
                parts =>
                    parts[1..]
                        .SelectMany(kind => kind[2..].Split(',').Select(name => (Name: name, Kind: kind[0])))
                        .ToDictionary(attribute => attribute.Name, attribute => attribute.Kind)
            );

    /// <summary>
    /// Properties that are newer than those bindings, or below what they leave untyped: they follow the rule, or were written down
    /// from memory, and no test can tell.
    /// </summary>
    public static HashSet<(string Token, string Property)> Unchecked { get; } =
    [
        .. File.ReadLines(Path.Combine(Folder, "unchecked.txt"))
            .Select(line => line.Split(' '))
            .SelectMany(parts => parts[1..].Select(property => (parts[0], property))),
    ];
}
