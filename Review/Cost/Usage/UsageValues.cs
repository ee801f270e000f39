using System.Collections.Immutable;

namespace Review.Cost.Usage;

/// <summary>The numbers that an estimate is made with: layers over the defaults of the settings, the last one first.</summary>
public sealed class UsageValues(ImmutableArray<UsageLayer> layers)
{
    /// <summary>The defaults of the settings alone.</summary>
    public static readonly UsageValues None = new([]);

    /// <summary>Where numbers come from; a later one goes before an earlier.</summary>
    public ImmutableArray<UsageLayer> Layers { get; } = layers;

    /// <summary>The same with numbers that go before all others.</summary>
    public UsageValues With(UsageLayer layer) => new(Layers.Add(layer));

    /// <summary>What a setting is for a resource, where a layer says so. What a layer says of a resource goes before what it says of the stack.</summary>
    internal AssumedUsage? Find(UsageSetting setting, string resource)
    {
        for (var at = Layers.Length - 1; at >= 0; at--)
        {
            var layer = Layers[at];
            if (layer.Resources.TryGetValue(resource, out var own) && own.TryGetValue(setting.Name, out var value))
                return new(setting, resource, value.Amount, layer.Source, value.Reason ?? $"given in {layer.Source}");
            if (layer.Values.TryGetValue(setting.Name, out value))
                return new(setting, null, value.Amount, layer.Source, value.Reason ?? $"given in {layer.Source}");
        }
        return null;
    }
}
