using System.Collections.Immutable;
using Review.Model;
using Review.Model.Aws;

namespace Review.Drawing.Reading;

/// <summary>The boxes of VPCs, and which cards lie in them.</summary>
/// <param name="boxes">Where they are added.</param>
/// <param name="owners">Whose part each resource is.</param>
/// <param name="regionBox">The box of a resource's region.</param>
internal sealed class VpcBoxes(BoxTree boxes, Owners owners, Func<Resource, string> regionBox)
{
    private readonly Dictionary<Resource, string> _tiers = [];
    private readonly Dictionary<Resource, string> _subnets = [];
    private readonly HashSet<string> _frames = new(StringComparer.Ordinal);

    /// <summary>Adds the box of a VPC with a row for each part of its network, and in it a box for each subnet.</summary>
    public void Add(Resource vpc)
    {
        var key = CardNames.Key("vpc", vpc.Name);
        boxes.Add(
            new Node(key, NodeKind.Vpc, "VPC")
            {
                Parent = regionBox(vpc),
                Name = CardFacts.Shown(vpc["cidrBlock"]) ?? "",
                Area = "network",
            },
            Of(vpc)
        );
        foreach (var tier in SubnetMap.Of(vpc))
        {
            var row = $"{key}.{tier.Role}";
            boxes.Add(new Node(row, NodeKind.Tier, tier.Title) { Parent = key, Area = tier.Role }, []);
            foreach (var subnet in tier.Subnets)
            {
                (_tiers[subnet], _subnets[subnet]) = (row, CardNames.Key("subnet", subnet.Name));
                boxes.Add(
                    new Node(_subnets[subnet], NodeKind.Subnet, CardFacts.Shown(subnet["cidrBlock"]) ?? "Subnet")
                    {
                        Parent = row,
                        Name = subnet.Name,
                        Area = tier.Role,
                        Zone = subnet.Zone(),
                    },
                    Of(subnet)
                );
            }
        }
    }

    /// <summary>Finds the place of a card, if it has one in a VPC.</summary>
    public void Place(CardDraft draft)
    {
        draft.Subnets.AddRange(
            SubnetsOf(draft.First)
                .Concat(Databases.SourcesOf(draft.First).SelectMany(SubnetsOf))
                .Where(_tiers.ContainsKey)
                .Distinct()
                .OrderBy(subnet => _subnets[subnet], StringComparer.Ordinal)
        );
        if (draft.Subnets.Count > 0)
            draft.Box = draft.Type.Place == CardPlace.Subnet ? _subnets[Home(draft)] : _tiers[draft.Subnets[0]];
        else if (
            draft.Type.Place == CardPlace.Vpc
            && Targets(draft.First).FirstOrDefault(target => boxes.KeyOf(target) is not null && target.Type == Routes.Vpc)
                is { } vpc
        )
            draft.Box = boxes.KeyOf(vpc)!;
    }

    /// <summary>Puts a frame around the services of each cluster that lie in subnets. A cluster without any becomes a card.</summary>
    public void AddClusters(IEnumerable<Resource> clusters, Dictionary<Resource, CardDraft> drafts)
    {
        var all = clusters.ToList();
        foreach (var cluster in all)
        {
            var members = drafts.Values.Where(draft => IsMember(draft.First, cluster, all.Count)).ToList();
            var placed = members.Find(draft => draft.First.Type != CardNames.Task && draft.Subnets.Count > 0);
            if (placed is null)
            {
                drafts[cluster] = new(new CardType("ECS cluster", "ECS", "compute"), cluster);
                drafts[cluster].All.AddRange(Of(cluster).Skip(1));
                continue;
            }
            var key = CardNames.Key("cluster", cluster.Name);
            AddFrame(
                new Node(key, NodeKind.Frame, "ECS cluster")
                {
                    Name = CardFacts.Shown(cluster["name"]) ?? cluster.Name,
                    Area = "compute",
                },
                Of(cluster),
                placed,
                members
            );
        }
    }

    /// <summary>Puts a frame around the functions of a row, which would else lie there one below the other.</summary>
    public void AddFunctions(IEnumerable<CardDraft> drafts)
    {
        foreach (
            var row in drafts
                .Where(draft => draft.First.Type == LambdaCalls.Function && draft.Subnets.Count > 0)
                .GroupBy(draft => draft.Box)
                .ToList()
        )
            if (row.Skip(1).Any())
                AddFrame(
                    new Node($"{row.Key}.functions", NodeKind.Frame, "Lambda functions") { Area = "serverless" },
                    [],
                    row.First(),
                    row
                );
    }

    private void AddFrame(Node frame, IEnumerable<Resource> resources, CardDraft placed, IEnumerable<CardDraft> members)
    {
        boxes.Add(frame with { Parent = placed.Box, Across = Across(placed) }, resources);
        _frames.Add(frame.Key);
        foreach (var member in members)
            member.Box = frame.Key;
    }

    /// <summary>The keys of the subnets that a card, or a frame, lies across.</summary>
    public ImmutableArray<string> Across(CardDraft card) =>
        card.Type.Place == CardPlace.Subnet || _frames.Contains(card.Box)
            ? []
            : [.. card.Subnets.Where(subnet => _tiers[subnet] == card.Box).Select(subnet => _subnets[subnet])];

    /// <summary>The copies that AWS keeps of cards in other zones.</summary>
    public IEnumerable<Node> Copies(IEnumerable<CardDraft> cards)
    {
        foreach (var card in cards.Where(card => card.Mains.Count == 1 && card.Subnets.Count > 0))
        {
            var zones = card.Subnets.Where(subnet => _tiers[subnet] == _tiers[Home(card)]).ToList();
            var home = zones.IndexOf(Home(card));
            var number = 1;
            foreach (var name in CopyNames(card.First))
                yield return new Node($"{card.Key}.copy{number}", NodeKind.Copy, card.Type.Title)
                {
                    Parent = _subnets[zones[(home + number++) % zones.Count]],
                    Name = name,
                    Glyph = card.Type.Glyph,
                    Area = card.Type.Area,
                    CopyOf = card.Key,
                };
        }
    }

    private static IEnumerable<string> CopyNames(Resource resource)
    {
        if (resource.Type == Databases.Instance && resource["multiAz"].Bool == true)
            yield return "standby";
        if (
            resource.Type == "aws:elasticache/replicationGroup:ReplicationGroup"
            && resource["numCacheClusters"].Number is { } nodes
        )
            for (var node = 2; node <= Math.Min(nodes, MostCopies); node++)
                yield return nodes > 2 ? $"replica {node - 1}" : "replica";
    }

    // ElastiCache has five replicas at most.
    private const int MostCopies = 6;

    // The zone that it names; a replica lies in another one than what it copies; else the first.
    private static Resource Home(CardDraft draft)
    {
        var zone = draft.First["availabilityZone"].Text;
        var named = zone is null ? null : draft.Subnets.Find(subnet => subnet.Zone() == zone);
        return named ?? (Databases.IsReplica(draft.First) ? draft.Subnets[^1] : draft.Subnets[0]);
    }

    private bool IsMember(Resource resource, Resource cluster, int clusters) =>
        resource.Type switch
        {
            CardNames.Service => resource.Referred("cluster").Contains(cluster),
            CardNames.Task => clusters == 1,
            "aws:autoscaling/group:Group" => resource
                .ReferredBy("aws:ecs/capacityProvider:CapacityProvider")
                .Any(provider => owners.Of(provider) == cluster || clusters == 1),
            _ => false,
        };

    private IEnumerable<Resource> Of(Resource box) =>
        box.Stack.Resources.Where(resource => owners.Of(resource) == box && resource != box).Prepend(box);

    private static IEnumerable<Resource> Targets(Resource resource) =>
        resource.State.Inputs.Properties.Keys.SelectMany(property => resource.Referred(property));

    private static IEnumerable<Resource> SubnetsOf(Resource resource)
    {
        foreach (var target in Targets(resource))
            if (target.Type == Routes.Subnet)
                yield return target;
            else if (target.Type.EndsWith(":SubnetGroup", StringComparison.Ordinal))
                foreach (var subnet in target.Referred("subnetIds", Routes.Subnet))
                    yield return subnet;
    }
}
