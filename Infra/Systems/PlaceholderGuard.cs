using System.Text.RegularExpressions;
using Infra.Settings;
using Infra.Validation;
using Pulumi;

namespace Infra.Systems;

/// <summary>
/// Keeps the placeholders of the committed stack files out of real accounts. A preview takes them, so that it works from a fresh clone.
/// </summary>
internal static partial class PlaceholderGuard
{
    /// <summary>Accounts such as AWS uses in its own examples, one for each environment.</summary>
    private static readonly string[] Accounts = ["111111111111", "222222222222", "333333333333"];

    /// <summary>Refuses to deploy a stack whose file still has placeholders, all of them at once.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="isPreview">Whether nothing will be changed.</param>
    /// <exception cref="RunException">It is refused.</exception>
    public static void Check(LoadedStack stack, bool isPreview)
    {
        if (isPreview)
            return;
        var problems = Problems(stack).ToList();
        if (problems.Count > 0)
            throw problems.ToRunException($"Pulumi.{stack.Context.Stack}.yaml");
    }

    /// <summary>The placeholders that a stack file still has.</summary>
    /// <param name="stack">The stack.</param>
    public static IEnumerable<Problem> Problems(LoadedStack stack)
    {
        if (stack.Context.AccountId is var account && Accounts.Contains(account))
            yield return new("aws:allowedAccountIds", account, "the account of this stack", "the file still has the placeholder");
        foreach (var setting in stack.System.Tree.Leaves)
            if (setting.ValueIn(stack.Settings) is string text && Placeholder().IsMatch(text))
                yield return new(
                    $"settings.{setting.Path}",
                    text,
                    setting.Allowed,
                    "the file still has the placeholder; put your own value there"
                );
    }

    // A domain that nobody can own, alone or in an address, a repository of nobody, a zone and a digest of zeros, a hash of zeros in base64.
    [GeneratedRegex(@"(^|[./])example\.(com|net|org)(/|$)|^https://github\.com/example/|^Z0+$|sha256:0{64}$|^A{43}=$")]
    private static partial Regex Placeholder();
}
