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
}
