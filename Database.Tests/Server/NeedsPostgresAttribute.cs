using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Database.Tests.Server;

/// <summary>
/// Tests against a real server: where the packages are not installed they are not run and say what to install; in CI, which installs them, that is a
/// failure like any other.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeedsPostgresAttribute : NUnitAttribute, IApplyToTest
{
    public void ApplyToTest(Test test)
    {
        if (test.RunState == RunState.NotRunnable || PostgresPackages.Missing is not { } missing)
            return;
        if (Environment.GetEnvironmentVariable("CI") is "true" or "1")
        {
            test.MakeInvalid(missing);
            return;
        }
        test.RunState = RunState.Ignored;
        test.Properties.Set(PropertyNames.SkipReason, missing);
    }
}
