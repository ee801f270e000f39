using Review.Model;
using Review.Model.Aws;

namespace Review.Drawing.Reading;

/// <summary>The subnets of a VPC by their part in it: rows of a picture, in each at most one subnet of a zone.</summary>
internal static class SubnetMap
{
    /// <summary>One row.</summary>
    /// <param name="Role">A word for its key.</param>
    /// <param name="Title">What it is called.</param>
    /// <param name="Subnets">Its subnets, by zone.</param>
    public sealed record Tier(string Role, string Title, List<Resource> Subnets);

    private static readonly (string Role, string Title)[] Roles =
    [
        ("public", "Public subnets"),
        ("app", "Private subnets"),
        ("data", "Data subnets"),
    ];

    // How people call subnets for databases.
    private static readonly string[] DataWords = ["cache", "data", "database", "db", "intra", "isolated", "rds"];

    /// <summary>The rows of a VPC from the internet inwards.</summary>
    public static IEnumerable<Tier> Of(Resource vpc)
    {
        var subnets = vpc.ReferredBy(Routes.Subnet, "vpcId")
            .OrderBy(subnet => subnet.Zone() ?? "~", StringComparer.Ordinal)
            .ThenBy(subnet => subnet.Name, StringComparer.Ordinal)
            .ToLookup(RoleOf);
        foreach (var (role, title) in Roles)
        {
            // Two subnets of a zone with the same part lie in two rows.
            var rows = new List<Tier>();
            foreach (var subnet in subnets[role])
            {
                var row = rows.Find(row => row.Subnets.All(other => other.Zone() != subnet.Zone()));
                if (row is null)
                    rows.Add(row = new(rows.Count == 0 ? role : $"{role}{rows.Count + 1}", title, []));
                row.Subnets.Add(subnet);
            }
            foreach (var row in rows)
                yield return row;
        }
    }

    private static string RoleOf(Resource subnet) =>
        subnet.IsPublic() == true || subnet["mapPublicIpOnLaunch"].Bool == true ? "public"
        : subnet.Name.Split('-', '_', '.').Any(word => DataWords.Contains(word, StringComparer.OrdinalIgnoreCase)) ? "data"
        : "app";
}
