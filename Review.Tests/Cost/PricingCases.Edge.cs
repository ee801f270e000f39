namespace Review.Tests.Cost;

internal static partial class PricingCases
{
    private static readonly PricingCase[] Edge =
    [
        new(
            "REST API, and data out of it",
            "aws:apigateway/restApi:RestApi api {}",
            "{ requestsPerMonth: 1000000, internetGbPerMonth: 100 }",
            "api apigateway-rest 1000000 4.25 usage",
            "api data-out 100 11.40 usage"
        ),
        new(
            "REST API behind a distribution, by a domain of its own",
            """
            aws:apigateway/restApi:RestApi api {}
            aws:apigateway/domainName:DomainName domain {}
            aws:apigateway/basePathMapping:BasePathMapping mapping {"restApi": "@api.id", "domainName": "@domain.domainName"}
            aws:cloudfront/distribution:Distribution cdn {"origins": [{"domainName": "@domain.regionalDomainName", "originShield": {"enabled": true}}]}
            """,
            "{ requestsPerMonth: 1000000, internetGbPerMonth: 100, cdnGbPerMonth: 100, cdnOriginGbPerMonth: 10 }",
            "api apigateway-rest 1000000 4.25 usage",
            "cdn cloudfront-out 100 11.40 usage",
            "cdn cloudfront-https 1000000 1.20 usage",
            "cdn cloudfront-origin 10 0.60 usage",
            "cdn ! Origin Shield: the price book has no requests of Origin Shield"
        ),
        new(
            "HTTP and WebSocket APIs",
            """
            aws:apigatewayv2/api:Api http {"protocolType": "HTTP"}
            aws:apigatewayv2/api:Api socket {"protocolType": "WEBSOCKET"}
            """,
            "{ requestsPerMonth: 1000000, internetGbPerMonth: 20 }",
            "http apigateway-http 1000000 1.29 usage",
            "http data-out 10 1.14 usage",
            "socket data-out 10 1.14 usage",
            "socket ! requests: the price book has no WEBSOCKET APIs"
        ),
        new(
            "function at the edge",
            "aws:cloudfront/function:Function fn {}",
            "requestsPerMonth: 1000000",
            "fn cloudfront-function 1000000 0.10 usage"
        ),
        new(
            "zones",
            """
            aws:route53/zone:Zone a {}
            aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace b {}
            aws:servicediscovery/publicDnsNamespace:PublicDnsNamespace c {}
            """,
            "dnsQueriesPerMonth: 1000000",
            "a route53-zone 1 0.50",
            "a route53-queries 1000000 0.40 usage",
            "b route53-zone 1 0.50",
            "b route53-queries 1000000 0.40 usage",
            "c route53-zone 1 0.50",
            "c route53-queries 1000000 0.40 usage"
        ),
        new(
            "health checks",
            """
            aws:route53/healthCheck:HealthCheck plain {"type": "HTTP"}
            aws:route53/healthCheck:HealthCheck secure {"type": "HTTPS"}
            """,
            "",
            "plain route53-health-check 1 0.50",
            "secure route53-health-check 1 0.50",
            "secure ! options: the price book has no HTTPS, strings or latency of health checks"
        ),
        new(
            "hosting",
            """
            aws:amplify/app:App app {}
            aws:amplify/branch:Branch main {}
            aws:amplify/domainAssociation:DomainAssociation domain {}
            """,
            "{ buildMinutesPerMonth: 100, hostingGb: 10, hostingServedGb: 10 }",
            "app amplify-build 100 1.00 usage",
            "app amplify-storage 10 0.23 usage",
            "app amplify-served 10 1.50 usage"
        ),
    ];
}
