namespace Review.Model.Aws;

/// <summary>Where subnets lie: their zone, and whether the internet can reach them.</summary>
internal static class SubnetPlaces
{
    /// <summary>The zone of a subnet; nothing where it is not known.</summary>
    public static string? Zone(this Resource subnet) =>
        new[] { subnet["availabilityZone"], subnet["availabilityZoneId"] }
            .FirstOrDefault(zone => zone is { IsUnknown: false, IsMissing: false })
            ?.Text;

    /// <summary>Whether its route table leads to an internet gateway; nothing where its table is not in the stack.</summary>
    public static bool? IsPublic(this Resource subnet) => Routes.TablesOf(subnet).Any() ? Routes.IsPublic(subnet) : null;
}
