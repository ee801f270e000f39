using System.Collections.Immutable;
using Infra.Naming;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Configuration;

/// <summary>What <see cref="ConfigurationParameters"/> need.</summary>
internal sealed record ConfigurationParametersArgs
{
    // Parameter Store takes no deeper tree.
    private const int DeepestLevel = 15;

    private static readonly string[] Reserved = ["aws", "ssm"];

    /// <summary>The stack.</summary>
    public required StackContext Context { get; init; }

    /// <summary>The values, in the order of the plan.</summary>
    public required ImmutableArray<ConfigurationParameter> Parameters { get; init; }

    /// <summary>The key of the secure ones; its policy must let <c>ssm</c> use it. Default: none, so none may be secure.</summary>
    public Input<string>? KeyArn { get; init; }

    /// <summary>What AWS or this program refuses.</summary>
    public IEnumerable<Problem> Validate()
    {
        if (Parameters.IsDefaultOrEmpty)
            yield return new("parameters", "an empty list", "one or more", "without one leave the component out");
        var parameters = Parameters.IsDefault ? [] : Parameters;
        foreach (var twice in parameters.GroupBy(parameter => parameter.Path).Where(same => same.Count() > 1))
            yield return new("parameters", $"{twice.Key} twice", "each path once", "rename one");
        foreach (var parameter in parameters)
        {
            foreach (var problem in Name(parameter.Path))
                yield return problem;
            if (parameter.Secure && KeyArn is null)
                yield return new("keyArn", null, $"the key of {parameter.Path}", "a secure value needs one");
            if (parameter.Description.Length is 0 or > 1024)
                yield return new(
                    $"parameters.{parameter.Path}.description",
                    $"{parameter.Description.Length} characters",
                    "1 to 1024",
                    "people read it"
                );
        }
    }

    private IEnumerable<Problem> Name(string path)
    {
        var name = ConfigurationParameters.NameOf(Context, path);
        var parts = name[1..].Split('/');
        if (parts.Any(part => part.Length == 0 || !part.All(IsPlain)) || path.Contains('-', StringComparison.Ordinal))
            yield return new(
                $"parameters.{path}",
                path,
                "words of letters, digits, _ and . joined by /",
                "for example app/log_level"
            );
        if (parts.Length > DeepestLevel)
            yield return new(
                $"parameters.{path}",
                $"{parts.Length} levels",
                $"{DeepestLevel} at most with {Context.Label.ParameterRoot}",
                "shorten it"
            );
        if (ConfigurationParameters.ArnOf(Context, path).Length is var length && length > NameRule.Parameter.MaxLength)
            yield return new(
                $"parameters.{path}",
                $"an ARN of {length} characters",
                $"{NameRule.Parameter.MaxLength} at most",
                "shorten it"
            );
        if (Reserved.Any(word => parts[0].StartsWith(word, StringComparison.OrdinalIgnoreCase)))
            yield return new(
                $"parameters.{path}",
                name,
                $"a root that does not begin with {Spelling.OneOf(Reserved)}",
                "AWS keeps those"
            );
    }

    private static bool IsPlain(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or '-';
}
