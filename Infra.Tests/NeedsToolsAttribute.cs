using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Infra.Tests;

/// <summary>
/// Tests that run programs which are not part of the .NET SDK. Where one is missing they are reported as skipped, with the Debian packages to
/// install; in CI, which installs them, they fail instead, so that a broken installation is not taken for a pass.
/// </summary>
/// <param name="packages">The Debian packages, by a space each.</param>
/// <param name="tools">The programs.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class NeedsToolsAttribute(string packages, params string[] tools) : Attribute, IApplyToTest
{
    public string Packages { get; } = packages;

    public string[] Tools { get; } = tools;

    public void ApplyToTest(Test test)
    {
        var missing = Tools.Where(tool => Tool.Find(tool) is null).ToList();
        if (missing.Count == 0 || test.RunState == RunState.NotRunnable)
            return;
        test.RunState = Environment.GetEnvironmentVariable("CI") == "true" ? RunState.NotRunnable : RunState.Ignored;
        test.Properties.Set(PropertyNames.SkipReason, $"{string.Join(" and ", missing)} not found: apt-get install {Packages}");
    }
}
