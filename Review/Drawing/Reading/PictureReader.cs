using System.Collections.Immutable;
using Engine.Model;
using Review.Comparison;
using Review.Model;
using Review.Model.Aws;

namespace Review.Drawing.Reading;

/// <summary>Reads the picture of a stack: finds whose part each resource is, where the owners lie, and what joins them.</summary>
internal sealed class PictureReader
{
    private const string GlobalBox = "global";

    private readonly StackModel _stack;
    private readonly Owners _owners;
    private readonly string _system;
    private readonly string? _region;
    private readonly BoxTree _boxes;
    private readonly Dictionary<Resource, CardDraft> _drafts = [];

    /// <summary>Prepares to read a stack.</summary>
    public PictureReader(StackModel stack)
    {
        _stack = stack;
        _owners = new(stack);
        _system = SystemName(stack);
        _region = stack.Config.GetValueOrDefault("aws:region") ?? MainRegion(_owners.Resources);
        _boxes = new();
    }

    /// <summary>Reads it.</summary>
    public Picture Read()
    {
        var undrawn = _stack.Resources.Where(resource => _owners.Of(resource) is null);
        _boxes.Add(new Node(Picture.Whole, NodeKind.Stack, _system) { Name = _stack.Stack }, undrawn);
        foreach (var owner in _owners.Resources.Where(resource => _owners.Of(resource) == resource && !Owners.IsBox(resource)))
            _drafts[owner] = new(CardTypes.Of(owner) ?? CardTypes.ByWords(owner.Type), owner);
        AddParts();
        var vpcs = new VpcBoxes(_boxes, _owners, RegionBox);
        foreach (var vpc in _stack.All(Routes.Vpc).OrderBy(vpc => vpc.Name, StringComparer.Ordinal))
            vpcs.Add(vpc);
        foreach (var draft in _drafts.Values)
            vpcs.Place(draft);
        vpcs.AddClusters(_owners.Resources.Where(resource => resource.Type == CardNames.Cluster), _drafts);
        vpcs.AddFunctions(_drafts.Values);
        foreach (var draft in _drafts.Values.Where(draft => draft.Box.Length == 0))
            draft.Box = AreaBox(draft);
        var cards = Gathering.Of(_drafts.Values);
        var byOwner = new Dictionary<Resource, CardDraft>();
        foreach (var card in cards)
        foreach (var main in card.Mains)
            byOwner[main] = card;
        var nodes = _boxes.Nodes(cards.Select(card => Card(card, vpcs)).Concat(vpcs.Copies(cards)));
        var edges = Bundles.Of(new EdgeReader(_stack, resource => KeyOf(resource, byOwner)).Read(), nodes);
        return new Picture(_system, _stack.Stack, Outside.With(nodes, edges), edges);
    }

    private void AddParts()
    {
        foreach (var resource in _stack.Resources)
            if (_owners.Of(resource) is { } owner && owner != resource && _drafts.TryGetValue(owner, out var draft))
                draft.All.Add(resource);
    }

    private string? KeyOf(Resource resource, Dictionary<Resource, CardDraft> cards) =>
        _owners.Of(resource) is not { } owner ? null
        : cards.TryGetValue(owner, out var card) ? card.Key
        : _boxes.KeyOf(owner);

    private Node Card(CardDraft card, VpcBoxes vpcs)
    {
        var names = card.Mains.Select(main => CardNames.Below(_system, main.Name)).ToList();
        var several = card.Mains.Count > 1;
        return new Node(
            card.Key,
            NodeKind.Card,
            several ? $"{card.Mains.Count} {card.Type.TitleOf(card.Mains.Count)}" : card.Type.Title
        )
        {
            Parent = card.Box,
            Name = several ? "" : names[0],
            Glyph = card.Type.Glyph,
            Area = AreaNames.OfCard(card),
            Facts = [.. several || card.Type.Most == 0 ? CardFacts.Of(card.Mains, names) : CardFacts.Of(card.First)],
            Resources = [.. card.All.Select(resource => resource.Urn)],
            Across = vpcs.Across(card),
        };
    }

    private string AreaBox(CardDraft draft)
    {
        var region = draft.Type.Place == CardPlace.Global ? GlobalBox : draft.First.Region ?? _region;
        if (region == GlobalBox)
        {
            _boxes.Add(new Node(GlobalBox, NodeKind.Global, "Global services"), []);
            return GlobalBox;
        }
        var box = RegionBox(draft.First);
        // Another region holds so little that areas would be boxes of one card.
        if (region != _region)
            return box;
        var area = AreaNames.OfCard(draft);
        var key = CardNames.Key("group", box == RegionKey(_region) ? area : $"{region}-{area}");
        _boxes.Add(new Node(key, NodeKind.Group, AreaNames.Of(area)) { Parent = box, Area = area }, []);
        return key;
    }

    private string RegionBox(Resource resource)
    {
        var region = resource.Region ?? _region;
        var key = RegionKey(region);
        _boxes.Add(
            new Node(key, NodeKind.Region, region ?? "Resources") { Name = region == _region ? "" : "another region" },
            []
        );
        return key;
    }

    private static string RegionKey(string? region) => CardNames.Key("region", region ?? "unknown");

    // The component on top is the system; a program without one is called by its project.
    private static string SystemName(StackModel stack)
    {
        var root = stack.Resources.FirstOrDefault(resource => resource.Type == Urns.StackType);
        var tops = stack
            .Resources.Where(resource => !resource.State.Custom && resource != root && resource.State.Parent == root?.Urn)
            .Take(2)
            .ToList();
        return tops is [var only] ? only.Name
            : root is null ? stack.Stack
            : Urns.Project(root.Urn);
    }

    private static string? MainRegion(IEnumerable<Resource> resources) =>
        resources
            .Select(resource => resource.Region)
            .OfType<string>()
            .CountBy(region => region)
            .OrderByDescending(region => region.Value)
            .ThenBy(region => region.Key, StringComparer.Ordinal)
            .Select(region => region.Key)
            .FirstOrDefault();
}
