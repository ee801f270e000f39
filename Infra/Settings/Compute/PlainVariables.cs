using System.Text.RegularExpressions;
using Infra.Compute;
using Infra.Validation;

namespace Infra.Settings.Compute;

/// <summary>Variables that a stack file gives to a service in plain text.</summary>
internal static partial class PlainVariables
{
    /// <summary>The variable with the port.</summary>
    public const string Port = "PORT";

    /// <summary>The variable with the level from which on the application logs.</summary>
    public const string LogLevel = "LOG_LEVEL";

    /// <summary>Variables that nobody could read, that the program sets itself, or that should be secrets.</summary>
    /// <param name="variables">What the stack file says. Values are never shown: one may be a secret all the same.</param>
    /// <param name="row">The service.</param>
    /// <param name="own">Variables that the program sets besides those of port, log level and other services.</param>
    public static IEnumerable<Problem> Problems(
        IReadOnlyDictionary<string, string> variables,
        ServiceRow row,
        IEnumerable<string> own
    )
    {
        var taken = row.Calls.Values.Concat(own).Append(Port).Append(LogLevel).ToHashSet(StringComparer.Ordinal);
        foreach (var name in variables.Keys)
        {
            if (!Name().IsMatch(name))
                yield return new(name, name, "letters, digits and _, no digit first", "shells read no other variable");
            if (taken.Contains(name))
                yield return new(name, "a value", "none", "this program sets the variable: leave it out");
            if (Secret().IsMatch(name))
                yield return new(
                    name,
                    "a plain text",
                    "a secret",
                    "everybody who may read tasks would read it: put it into a secret of the stack"
                );
        }
    }

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"(PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|CREDENTIALS?)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
