using Infra.Edge;

namespace Infra.Tests.Edge;

public sealed class TlsPolicyTests
{
    [TestCase("ELBSecurityPolicy-TLS13-1-2-2021-06", true)]
    [TestCase("ELBSecurityPolicy-TLS13-1-2-Res-2021-06", true)]
    [TestCase("ELBSecurityPolicy-TLS13-1-3-2021-06", true)]
    [TestCase("ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04", true)]
    [TestCase("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", true)]
    [TestCase("ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06", false)]
    [TestCase("ELBSecurityPolicy-TLS13-1-1-2021-06", false)]
    [TestCase("ELBSecurityPolicy-TLS13-1-0-2021-06", false)]
    [TestCase("ELBSecurityPolicy-FS-1-2-Res-2020-10", false)]
    [TestCase("ELBSecurityPolicy-TLS-1-2-2017-01", false)]
    public void Only_policies_without_old_TLS_and_weak_ciphers_are_taken(string policy, bool taken) =>
        Assert.That(TlsPolicy.Problem("tlsPolicy", policy) is null, Is.EqualTo(taken));
}
