using Pulumirpc;

namespace Pulumi;

/// <summary>Turns the failures of a function into one message.</summary>
internal static class Failures
{
    public static void Throw(string what, IReadOnlyCollection<CheckFailure> failures)
    {
        if (failures.Count > 0)
            throw new RunException($"{what}: {string.Join("; ", failures.Select(Text))}");
    }

    private static string Text(CheckFailure failure) =>
        failure.Property.Length > 0 ? $"{failure.Property}: {failure.Reason}" : failure.Reason;
}
