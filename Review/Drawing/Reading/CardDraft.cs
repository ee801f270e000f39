using Review.Model;

namespace Review.Drawing.Reading;

/// <summary>A card while the picture is read: grows by what turns out to belong to it.</summary>
internal sealed class CardDraft(CardType type, Resource first)
{
    /// <summary>How it is drawn.</summary>
    public CardType Type { get; } = type;

    /// <summary>The resources that it is drawn for.</summary>
    public List<Resource> Mains { get; } = [first];

    /// <summary>All resources that belong to it, its main ones first.</summary>
    public List<Resource> All { get; } = [first];

    /// <summary>The first resource that it is drawn for.</summary>
    public Resource First => Mains[0];

    /// <summary>The subnets that it lies in.</summary>
    public List<Resource> Subnets { get; } = [];

    /// <summary>The key of the box that it lies in.</summary>
    public string Box { get; set; } = "";

    /// <summary>Its key.</summary>
    public string Key { get; set; } = "";

    /// <summary>Takes over all that another one has.</summary>
    public void Take(CardDraft other)
    {
        Mains.AddRange(other.Mains);
        All.AddRange(other.All);
    }
}
