using Pulumi;

namespace Infra.Validation;

/// <summary>Turns problems into the one error that names all of them. Pulumi shows it without a stack trace and the program exits 32.</summary>
internal static class Problems
{
    /// <summary>The error text: who has problems and how many, then one line each.</summary>
    /// <param name="subject">Who has them.</param>
    /// <param name="problems">The problems.</param>
    /// <param name="where">Where, behind the count. Default: nowhere in particular.</param>
    public static string Text(string subject, IReadOnlyCollection<Problem> problems, string where = "") =>
        $"{subject}: {problems.Count} problem{(problems.Count == 1 ? "" : "s")}{where}\n  {string.Join("\n  ", problems)}";

    /// <summary>Refuses to build a component from args that have problems. The error names the component.</summary>
    /// <exception cref="ResourceException">There is a problem.</exception>
    public static void ThrowIfAny(this IEnumerable<Problem> problems, ComponentResource component)
    {
        if (problems.ToList() is { Count: > 0 } found)
        {
            var who = $"{component.GetType().Name} '{component.GetResourceName()}'";
            throw new ResourceException(Text(who, found, " in its args"), component, hideStack: true);
        }
    }

    /// <summary>The error of a program that has no component yet, for example because its stack file is wrong.</summary>
    public static RunException ToRunException(this IReadOnlyCollection<Problem> problems, string subject) =>
        new(Text(subject, problems));
}
