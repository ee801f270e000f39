using Conformance.Tests.Running;

[assembly: LevelOfParallelism(2)]
[assembly: Parallelizable(ParallelScope.Children)]

namespace Conformance.Tests;

/// <summary>Once before all tests: the official SDK must be there.</summary>
[SetUpFixture]
public sealed class AssemblySetup
{
    [OneTimeSetUp]
    public void The_official_SDK_is_installed() => NodePackages.Install();
}
