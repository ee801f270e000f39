using System.Collections.Immutable;

namespace Review.Drawing.Layouts;

/// <summary>Where everything of a picture is drawn, in pixels at 100 %. The same picture always has the same layout.</summary>
/// <param name="Width">The width of all.</param>
/// <param name="Height">The height of all.</param>
/// <param name="Places">The place of each node by its key.</param>
/// <param name="Zones">The columns of availability zones.</param>
/// <param name="Routes">The ways of the lines.</param>
public sealed record Layout(
    int Width,
    int Height,
    IReadOnlyDictionary<string, Rect> Places,
    ImmutableArray<Zone> Zones,
    ImmutableArray<Route> Routes
)
{
    /// <summary>Lays out a picture.</summary>
    public static Layout Of(Picture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var (places, width, height) = Arrangement.Of(picture);
        var zones = ZonesOf(picture, places);
        var routes = new Router(picture, places, zones).Route();
        return new(width, height, places, zones, [.. LabelPlaces.Of(picture, places, [.. Buses.Joined(routes)])]);
    }

    private static ImmutableArray<Zone> ZonesOf(Picture picture, Dictionary<string, Rect> places)
    {
        var zones = ImmutableArray.CreateBuilder<Zone>();
        foreach (var vpc in picture.Nodes.Where(node => node.Kind == NodeKind.Vpc))
        foreach (
            var zone in picture
                .In(vpc.Key)
                .SelectMany(tier => picture.In(tier.Key))
                .Where(node => node.Kind == NodeKind.Subnet)
                .GroupBy(subnet => subnet.Zone ?? "zone not known")
                .OrderBy(zone => zone.Key, StringComparer.Ordinal)
        )
        {
            var cells = zone.Select(subnet => places[subnet.Key]).ToList();
            var (left, right) = (cells.Min(cell => cell.X) - Inset, cells.Max(cell => cell.Right) + Inset);
            var top =
                picture.In(vpc.Key).Where(node => node.Kind == NodeKind.Tier).Min(tier => places[tier.Key].Y)
                - Sizes.ZoneHeader
                + Inset / 2;
            zones.Add(new(zone.Key, new Rect(left, top, right - left, places[vpc.Key].Bottom - Inset - top)));
        }
        return zones.ToImmutable();
    }

    // The dashed frame of a zone is a little wider than the subnets in it.
    private const int Inset = 7;
}
