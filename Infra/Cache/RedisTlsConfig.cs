namespace Infra.Cache;

/// <summary>
/// The configuration of the proxy between an application that speaks plain Redis and a cache that speaks TLS. What is known only when the
/// stack is deployed comes in environment variables, so the text is the same everywhere and the tests run it as it is.
/// </summary>
internal static class RedisTlsConfig
{
    /// <summary>Where the proxy says whether it lives.</summary>
    public const int HealthPort = 8404;

    /// <summary>The path of that answer.</summary>
    public const string HealthPath = "/healthz";

    /// <summary>
    /// The text. Idle connections live longer here than in the cache (300 s) or the application's pools, so that those two decide; a lost
    /// primary is noticed within 2 to 6 s; the address is asked for each second and may change at any time.
    /// </summary>
    public static readonly string Text = $$"""
        global
            log stdout format raw local0 info
            maxconn 1024
            nbthread 1
            hard-stop-after 30s

        defaults
            log global
            mode tcp
            option dontlognull
            option dontlog-normal
            option log-health-checks
            option clitcpka
            option srvtcpka
            timeout connect 3s
            timeout client 15m
            timeout server 15m
            timeout check 2s
            retries 2

        # The address of the primary changes in a failover. As long as nobody answers, the last one stays: the health check judges it.
        resolvers vpc
            parse-resolv-conf
            accepted_payload_size 4096
            resolve_retries 3
            timeout resolve 1s
            timeout retry 1s
            hold valid 5s
            hold nx 30s
            hold refused 10m
            hold timeout 10m
            hold other 10m

        frontend health
            mode http
            bind {{RedisTlsProxy.Host}}:{{HealthPort}}
            timeout client 5s
            monitor-uri {{HealthPath}}

        frontend redis
            bind {{RedisTlsProxy.Host}}:{{RedisEngines.Port}}
            default_backend cache

        # Only a node that says it is the primary gets connections; those to one that no longer does are cut, so that clients come back
        # and reach the new one.
        backend cache
            option tcp-check
            tcp-check connect ssl
            tcp-check send "AUTH ${{{RedisTlsProxy.TokenVariable}}}\r\n"
            tcp-check expect string +OK
            tcp-check send "INFO replication\r\n"
            tcp-check expect string role:master
            default-server inter 2s fastinter 1s downinter 1s fall 2 rise 1 on-marked-down shutdown-sessions
            server primary "${{{RedisTlsProxy.EndpointVariable}}}:{{RedisEngines.Port}}" check check-ssl check-sni "${{{RedisTlsProxy.EndpointVariable}}}" ssl verify required ca-file @system-ca sni "str(${{{RedisTlsProxy.EndpointVariable}}})" verifyhost "${{{RedisTlsProxy.EndpointVariable}}}" ssl-min-ver TLSv1.2 resolvers vpc resolve-prefer ipv4 init-addr last,libc,none

        """;
}
