using System.Collections.Immutable;
using Infra.Edge;
using Infra.Tests.Compute;

namespace Infra.Tests.Edge;

/// <summary>A load balancer before two services; each test changes one thing.</summary>
internal static class BalancedCase
{
    public static readonly ImmutableSortedDictionary<string, BalancedService> Services = new Dictionary<string, BalancedService>
    {
        ["backend-go"] = new()
        {
            Port = 8080,
            HealthPath = "/health",
            Priority = 100,
            Paths = ["/api/*"],
            DeregistrationSeconds = 20,
            SlowStartSeconds = 60,
        },
        ["nextjs-frontend"] = new()
        {
            Port = 3000,
            HealthPath = "/",
            Role = "frontend",
        },
    }.ToSorted();

    public static LoadBalancerArgs Args() =>
        new()
        {
            Context = TableCase.Prod,
            VpcId = "vpc-1",
            SubnetIds = new[] { "subnet-a", "subnet-c" },
            SecurityGroupId = "sg-alb",
            Domain = "app.example.com",
            CertificateArn = "arn:certificate",
            Services = Services,
        };
}
