using Engine.Model;

namespace Review.Drawing.Reading;

/// <summary>What the parts of a stack are called over their boxes.</summary>
internal static class AreaNames
{
    /// <summary>
    /// The area of a card. Rules, schedules and queues serve whatever made them, so they are where the component is that they were made in; else its type decides.
    /// </summary>
    public static string OfCard(CardDraft card)
    {
        if (card.Type.Area != "messaging")
            return card.Type.Area;
        for (var above = card.First.State.Parent; above is not null; above = card.First.Stack.Find(above)?.State.Parent)
            if (Urns.Type(above).Split(':') is ["idp", var area, _] && area is not ("system" or "network"))
                return area;
        return card.Type.Area;
    }

    /// <summary>The title of an area.</summary>
    public static string Of(string area) =>
        area switch
        {
            "compute" => "Containers",
            "configuration" => "Configuration",
            "cost" => "Cost",
            "data" => "Databases",
            "edge" => "Edge",
            "mail" => "Mail",
            "messaging" => "Events and queues",
            "observability" => "Observability",
            "protection" => "Backup",
            "security" => "Keys and secrets",
            "serverless" => "Serverless",
            "other" => "Other resources",
            _ => CardNames.Spaced($"{char.ToUpperInvariant(area[0])}{area[1..]}"),
        };
}
