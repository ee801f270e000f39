using Engine.Projects;
using Engine.Values;

namespace Infra.Cli.Previews;

/// <summary>Knows values that hold a placeholder: a text that stands for a secret which could not be opened.</summary>
internal sealed class Placeholders
{
    // Shorter ones, such as the 1 of a number, are only known where they are all there is.
    private const int Shortest = 6;

    private readonly HashSet<string> _texts;

    /// <summary>Collects the placeholders of a configuration.</summary>
    public Placeholders(StackConfiguration configuration) =>
        _texts = configuration
            .Entries.Values.Where(entry => entry.IsPlaceholder)
            .SelectMany(entry => entry.SecretTexts ?? [])
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a value holds one, at any depth.</summary>
    public bool In(PropertyValue value) =>
        _texts.Count > 0
        && value switch
        {
            SecretValue secret => In(secret.Inner),
            StringValue { Value: var text } => _texts.Contains(text)
                || _texts.Any(placeholder =>
                    placeholder.Length >= Shortest && text.Contains(placeholder, StringComparison.Ordinal)
                ),
            ArrayValue { Items: var items } => items.Any(In),
            ObjectValue { Properties: var members } => members.Any(member => In(member.Value)),
            _ => false,
        };
}
