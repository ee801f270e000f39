using System.Text;
using Infra.Cache;

namespace Infra.Tests.Cache;

public sealed class RedisTlsProxyTests
{
    [Test]
    public void The_container_writes_the_configuration_of_its_environment_and_becomes_the_proxy()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(RedisTlsProxy.EntryPoint, Is.EqualTo(new[] { "/bin/sh", "-c" }));
            Assert.That(
                RedisTlsProxy.Command,
                Is.EqualTo(
                    new[]
                    {
                        "printf %s \"$HAPROXY_CONFIG\" | base64 -d > /tmp/haproxy.cfg && exec haproxy -db -f /tmp/haproxy.cfg",
                    }
                )
            );
            Assert.That(RedisTlsProxy.Environment.Keys, Is.EqualTo(new[] { "HAPROXY_CONFIG" }), "no endpoint, no secret");
            Assert.That(
                Encoding.UTF8.GetString(Convert.FromBase64String(RedisTlsProxy.Environment["HAPROXY_CONFIG"])),
                Is.EqualTo(RedisTlsConfig.Text)
            );
            Assert.That(RedisTlsProxy.WritableFolder, Is.EqualTo("/tmp"));
            Assert.That(RedisTlsProxy.User, Is.EqualTo("99:99"));
        }
    }

    [Test]
    public void The_configuration_is_the_same_text_on_every_machine() =>
        Assert.That(RedisTlsConfig.Text, Does.Not.Contain('\r').And.EndWith("\n").And.StartWith("global\n"));

    [TestCase("ssl verify required ca-file @system-ca")]
    [TestCase("sni \"str(${REDIS_ENDPOINT})\" verifyhost \"${REDIS_ENDPOINT}\"")]
    [TestCase("check check-ssl check-sni \"${REDIS_ENDPOINT}\"")]
    [TestCase("resolvers vpc resolve-prefer ipv4 init-addr last,libc,none")]
    [TestCase("on-marked-down shutdown-sessions")]
    [TestCase("parse-resolv-conf")]
    [TestCase("hold valid 5s")]
    [TestCase("bind 127.0.0.1:6379")]
    [TestCase("server primary \"${REDIS_ENDPOINT}:6379\"")]
    public void The_configuration_says_what_keeps_it_safe(string line) => Assert.That(RedisTlsConfig.Text, Does.Contain(line));

    [Test]
    public void It_listens_to_its_own_task_only() =>
        Assert.That(
            RedisTlsConfig.Text.Split('\n').Where(line => line.Trim().StartsWith("bind ", StringComparison.Ordinal)),
            Is.Not.Empty.And.All.Contains("bind 127.0.0.1:")
        );

    [Test]
    public void Idle_connections_live_longer_than_in_the_cache()
    {
        // The cache drops them after 300 s (parameter timeout); here it is 15 minutes.
        Assert.That(RedisTlsConfig.Text, Does.Contain("timeout client 15m").And.Contain("timeout server 15m"));
    }

    [Test]
    public void Health_is_asked_of_the_proxy_with_what_BusyBox_has() =>
        Assert.That(
            RedisTlsProxy.HealthCommand,
            Is.EqualTo(new[] { "CMD-SHELL", "wget -q -T 2 -O /dev/null http://127.0.0.1:8404/healthz || exit 1" })
        );

    [TestCase("haproxy:latest")]
    [TestCase("haproxy:3.2-alpine")]
    [TestCase("haproxy")]
    public void An_image_that_moves_is_refused(string image) =>
        Assert.That(
            RedisTlsProxy.ImageProblem(image)!.Text,
            Does.StartWith($"got {image}, want an image with a digest or an exact version; pin it, for example public.ecr.aws/")
        );

    [TestCase(RedisTlsProxy.DefaultImage)]
    [TestCase("haproxy@sha256:15ef8657ec12e7b19d5b6b6b6fcf6839a0e3cdae85d275be6c867e8a2690f331")]
    public void An_image_that_stays_is_accepted(string image) => Assert.That(RedisTlsProxy.ImageProblem(image), Is.Null);
}
