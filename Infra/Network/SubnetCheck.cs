using System.Collections.Immutable;
using Infra.Validation;

namespace Infra.Network;

/// <summary>Checks one <see cref="SubnetRequest"/> and finds for every unusable block a free one to write instead.</summary>
internal sealed class SubnetCheck(SubnetRequest request)
{
    private const int MinPrefix = 16;
    private const int MaxPrefix = 28;
    private const int UsualPrefix = 24;

    private readonly List<Problem> _problems = [];
    private readonly List<Written> _written = [];
    private readonly List<CidrBlock> _offered = [];

    /// <summary>What a check found. The other two mean something only when there are no problems.</summary>
    internal sealed record Result(IReadOnlyList<Problem> Problems, CidrBlock Vpc, ImmutableArray<PlannedSubnet> Subnets);

    private sealed record Written(SubnetTier Tier, int Index, string Text, CidrBlock? Block, bool IsExact)
    {
        public string Path => $"subnets.{Tier.Key()}[{Index}]";
        public bool IsLegal => Block is { PrefixLength: >= MinPrefix and <= MaxPrefix } && IsExact;
    }

    /// <summary>Checks zones, the VPC's block, the number of blocks and each block.</summary>
    public Result Run()
    {
        _problems.AddRange(ZoneCheck.Problems(request.Region, request.Zones));
        var vpc = CheckVpc();
        foreach (var (tier, texts) in request.Tiers)
            _written.AddRange(texts.Select((text, index) => Read(tier, index, text)));
        foreach (var (tier, texts) in request.Tiers)
            CheckCount(tier, texts.Length, vpc);
        foreach (var (subnet, position) in _written.Select((subnet, position) => (subnet, position)))
            CheckSubnet(subnet, position, vpc);
        return new(_problems, vpc ?? default, _problems.Count > 0 ? [] : [.. _written.Select(Planned)]);
    }

    private PlannedSubnet Planned(Written subnet) => new(subnet.Tier, request.Zones[subnet.Index], subnet.Block!.Value);

    private static Written Read(SubnetTier tier, int index, string text)
    {
        var block = CidrBlock.Parse(text, out var isExact);
        return new(tier, index, text, block, isExact);
    }

    private CidrBlock? CheckVpc()
    {
        var vpc = Read(default, 0, request.Vpc);
        if (FormProblem("cidr", vpc, "10.0.0.0/16") is not { } problem)
            return vpc.Block;
        _problems.Add(problem);
        return null;
    }

    private void CheckCount(SubnetTier tier, int count, CidrBlock? vpc)
    {
        var zones = request.Zones;
        if (count == zones.Length || zones.Length == 0)
            return;
        var missing = zones.Length - count;
        var wayOut =
            missing > 0 ? Offer($"add {missing}", vpc, LastOf(tier, vpc), tier) : $"remove {-missing} or add as many zones";
        var got = count switch
        {
            0 => "no block",
            1 => "1 block",
            _ => $"{count} blocks",
        };
        _problems.Add(
            new($"subnets.{tier.Key()}", got, $"{zones.Length}, one for each of {Spelling.List(zones, "and")}", wayOut)
        );
    }

    private void CheckSubnet(Written subnet, int position, CidrBlock? vpc)
    {
        if (FormProblem(subnet.Path, subnet, vpc is null ? "10.0.1.0/24" : null, vpc) is { } malformed)
        {
            _problems.Add(malformed);
            return;
        }
        var block = subnet.Block!.Value;
        if (vpc is { } whole && !whole.Contains(block))
        {
            var wayOut = Offer($"pick a free block of {vpc}", vpc, LastOf(subnet.Tier, vpc), subnet.Tier, subnet);
            _problems.Add(new(subnet.Path, subnet.Text, $"a block inside {whole} (the VPC)", wayOut));
        }
        else if (
            _written.Take(position).FirstOrDefault(other => other.IsLegal && other.Block!.Value.Overlaps(block)) is { } other
        )
        {
            var wayOut = Offer($"pick a free block of {vpc}", vpc, other.Block!.Value.Last, subnet.Tier, subnet);
            _problems.Add(new(subnet.Path, subnet.Text, $"a block outside {other.Block} ({Describe(other)})", wayOut));
        }
    }

    private Problem? FormProblem(string path, Written written, string? example, CidrBlock? vpc = null)
    {
        string Way(string action) =>
            example is null
                ? Offer(action, vpc, LastOf(written.Tier, vpc), written.Tier, written)
                : $"{action}, for example {example}";
        return written switch
        {
            { Block: null } => new(
                path,
                written.Text,
                "an IPv4 block",
                Way("write the first address, a slash and the prefix length")
            ),
            { IsExact: false } => new(path, written.Text, $"{written.Block}", "a block is written with its first address"),
            { IsLegal: false } => new(
                path,
                written.Text,
                $"a prefix length of {MinPrefix} to {MaxPrefix}",
                Way("pick a length AWS accepts")
            ),
            _ => null,
        };
    }

    // The example must be free of everything written and of every example already given, so that all can be taken at once.
    private string Offer(string action, CidrBlock? vpc, uint from, SubnetTier tier, Written? instead = null)
    {
        if (vpc is not { } whole)
            return action;
        var peers = _written.Where(other => other != instead && other.IsLegal).ToList();
        var prefix =
            peers.FirstOrDefault(peer => peer.Tier == tier)?.Block!.Value.PrefixLength
            ?? Math.Clamp(UsualPrefix, Math.Min(whole.PrefixLength + 1, MaxPrefix), MaxPrefix);
        var free = whole.FindFree(prefix, peers.Select(peer => peer.Block!.Value).Concat(_offered), from);
        if (free is not { } block)
            return $"{whole} has no free /{prefix}: widen cidr or narrow other subnets";
        _offered.Add(block);
        return $"{action}, for example {block}";
    }

    // Suggestions continue a tier: people keep its blocks together.
    private uint LastOf(SubnetTier tier, CidrBlock? vpc) =>
        _written
            .Where(subnet => subnet.Tier == tier && subnet.IsLegal && vpc?.Contains(subnet.Block!.Value) == true)
            .Select(subnet => subnet.Block!.Value.Last)
            .DefaultIfEmpty()
            .Max();

    private string Describe(Written subnet) =>
        subnet.Index < request.Zones.Length
            ? $"subnet {subnet.Tier.Key()} {PlannedSubnet.Suffix(request.Zones[subnet.Index])}"
            : $"{subnet.Path}";
}
