using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Automation.Json;

namespace Pulumi.Automation.Events;

/// <summary>The first event: the configuration of the run.</summary>
public class PreludeEvent
{
    internal PreludeEvent(JsonElement json)
    {
        Config = json.Map("config", value => value.ToString());
    }

    /// <summary>Texts by full key; a secret is <c>[secret]</c>.</summary>
    public IImmutableDictionary<string, string> Config { get; }
}
