using System.Text.Json.Nodes;

namespace Infra.Tests.Plans;

/// <summary>How people reach finsight, and what reaches the database: the one host, the header, the two certificates, the proxy.</summary>
public sealed class FinsightPlanTests
{
    private const string Cdn = "aws:cloudfront/distribution:Distribution";
    private const string Host = "aws:apigateway/domainName:DomainName";
    private const string Api = "aws:apigateway/restApi:RestApi";
    private const string Function = "aws:lambda/function:Function";

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), ["finsight"])]
    public async Task The_CDN_and_the_API_answer_under_the_same_name_with_certificates_of_their_own(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var (cdn, host) = (plan.One(Cdn), plan.One(Host));

        var certificates = plan.All("aws:acm/certificate:Certificate").ToDictionary(certificate => certificate["arn"]);
        var before = certificates[cdn.Text("viewerCertificate.acmCertificateArn")!];
        var behind = certificates[host.Text("regionalCertificateArn")!];
        var proved = plan.All("aws:acm/certificateValidation:CertificateValidation").ToDictionary(one => one.Region);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(cdn.Input("aliases").Texts(), Is.EqualTo(new[] { host.Text("domainName") }));
            Assert.That((string)plan.Outputs["apiUrl"]!, Is.EqualTo($"https://{host.Text("domainName")}"));
            Assert.That((before.Region, behind.Region), Is.EqualTo(("us-east-1", plan.Region)));
            Assert.That(
                (before.Text("domainName"), behind.Text("domainName")),
                Is.EqualTo((host.Text("domainName"), host.Text("domainName")))
            );
            Assert.That(host.WaitsFor(proved[plan.Region]), "API Gateway takes no certificate that is not proved");
            Assert.That(cdn.WaitsFor(proved["us-east-1"]), "nor does CloudFront");
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), ["finsight"])]
    public async Task The_CDN_asks_the_regional_host_and_passes_the_host_of_the_viewer_on(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var cdn = plan.One(Cdn);
        var origin = Origin(cdn, "api");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string)origin["domainName"]!, Is.EqualTo(plan.One(Host)["regionalDomainName"]));
            Assert.That((string)origin["customOriginConfig"]!["originProtocolPolicy"]!, Is.EqualTo("https-only"));
            Assert.That(
                cdn.WaitsFor(plan.One("aws:apigateway/basePathMapping:BasePathMapping")),
                "there is an API behind the host"
            );
            Assert.That(cdn.Text("defaultCacheBehavior.targetOriginId"), Is.EqualTo("api"));
            Assert.That(
                cdn.Text("defaultCacheBehavior.originRequestPolicyId"),
                Is.EqualTo("216adef6-5c7f-47e4-b989-5492eafa07d3"),
                "AllViewer: the API knows itself by the host, tokens and keys come along"
            );
            Assert.That(
                cdn.Text("defaultCacheBehavior.cachePolicyId"),
                Is.EqualTo("4135ea2d-6df8-44a3-9df3-4b5a84be39ad"),
                "CachingDisabled"
            );
            Assert.That(cdn.Text("defaultCacheBehavior.viewerProtocolPolicy"), Is.EqualTo("https-only"));
            Assert.That(
                cdn.Input("defaultCacheBehavior.allowedMethods").Texts(),
                Is.SupersetOf(new[] { "DELETE", "GET", "OPTIONS", "POST", "PUT" })
            );
            Assert.That(cdn.Text("webAclId"), Is.EqualTo(plan.Named("aws:wafv2/webAcl:WebAcl", "finsight-front-waf")["arn"]));
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), ["finsight"])]
    public async Task The_API_answers_nobody_without_the_header_of_the_CDN(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var acl = plan.Named("aws:wafv2/webAcl:WebAcl", "finsight-api-waf");
        var association = plan.One("aws:wafv2/webAclAssociation:WebAclAssociation");
        var match = acl.Input("rules")!.AsArray().Single()!["statement"]!["byteMatchStatement"]!;
        var sent = Origin(plan.One(Cdn), "api")["customHeaders"]![0]!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.One(Api).Text("disableExecuteApiEndpoint"), Is.EqualTo("true"), "there is no other way in");
            Assert.That((acl.Region, acl.Text("scope")), Is.EqualTo((plan.Region, "REGIONAL")));
            Assert.That(acl.Input("defaultAction.block"), Is.Not.Null);
            Assert.That(
                (association.Text("resourceArn"), association.Text("webAclArn")),
                Is.EqualTo((plan.One("aws:apigateway/stage:Stage")["arn"], acl["arn"]))
            );
            Assert.That((string)sent["name"]!, Is.EqualTo((string)match["fieldToMatch"]!["singleHeader"]!["name"]!).IgnoreCase);
            Assert.That((string)sent["value"]!, Is.EqualTo((string)match["searchString"]!).And.Not.Empty);
            Assert.That(plan.One(Cdn).WaitsFor(acl), "the header is known before the CDN sends it");
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), ["finsight"])]
    public async Task DNS_leads_to_the_CDN_alone(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var (cdn, host) = (plan.One(Cdn), plan.One(Host).Text("domainName"));

        var records = plan.All("aws:route53/record:Record").ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                records
                    .Where(record => record.Text("name") == host)
                    .Select(record => (record.Text("type"), record.Text("aliases.name"))),
                Is.EquivalentTo(new[] { ("A", cdn["domainName"]), ("AAAA", cdn["domainName"]) })
            );
            Assert.That(
                records.Select(record => record.State.Inputs.ToString()),
                Has.None.Contains(plan.One(Host)["regionalDomainName"])
            );
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), ["finsight"])]
    public async Task What_is_left_when_the_API_is_away_comes_from_a_bucket_that_the_CDN_alone_reads(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var cdn = plan.One(Cdn);
        var (origin, bucket) = (Origin(cdn, "errors"), plan.Named("aws:s3/bucket:Bucket", "finsight-errors"));
        var path = cdn.Input("orderedCacheBehaviors")!.AsArray().Single()!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string)origin["domainName"]!, Does.StartWith($"{bucket.Text("bucket")}.s3."));
            Assert.That(
                (string)origin["originAccessControlId"]!,
                Is.EqualTo(plan.One("aws:cloudfront/originAccessControl:OriginAccessControl")["id"])
            );
            Assert.That(((string)path["pathPattern"]!, (string)path["targetOriginId"]!), Is.EqualTo(("/errors/*", "errors")));
            Assert.That(
                plan.Named("aws:s3/bucketPolicy:BucketPolicy", "finsight-errors-policy").Text("policy"),
                Does.Contain(cdn["arn"]).And.Contain("cloudfront.amazonaws.com")
            );
            Assert.That(
                cdn.Input("customErrorResponses")!
                    .AsArray()
                    .Where(answer => answer!["responsePagePath"] is not null)
                    .Select(answer =>
                        $"/{plan.One("aws:s3/bucketObjectv2:BucketObjectv2").Text("key")}" == (string)answer!["responsePagePath"]!
                    ),
                Is.EqualTo(new[] { true, true, true }),
                "502, 503 and 504; what is refused keeps its own words"
            );
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), ["finsight"])]
    public async Task Functions_sign_in_to_the_proxy_and_only_the_proxy_reaches_the_database(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var proxy = plan.One("aws:rds/proxy:Proxy");
        var groups = plan.All("aws:ec2/securityGroup:SecurityGroup").ToDictionary(group => group["id"], group => group.Name);

        using (Assert.EnterMultipleScope())
        {
            foreach (var function in plan.All(Function).Where(function => function.Name != "finsight-authorizer"))
            {
                Assert.That(function.Text("environment.variables.DB_HOST"), Is.EqualTo(proxy["endpoint"]), function.Name);
                Assert.That(
                    plan.Named("aws:iam/rolePolicy:RolePolicy", $"{function.Name}-role-policy").Text("policy"),
                    Does.Contain($"dbuser:{proxy["arn"]}/{function.Text("environment.variables.DB_USER")}\""),
                    function.Name
                );
            }
            Assert.That(
                plan.Named("aws:iam/rolePolicy:RolePolicy", "finsight-authorizer-role-policy").Text("policy"),
                Does.Not.Contain("rds-db").And.Not.Contain("ec2:").And.Not.Contain("secretsmanager")
            );
            Assert.That(plan.Named(Function, "finsight-authorizer").Input("vpcConfig"), Is.Null);
            Assert.That(
                plan.All("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
                    .Select(rule =>
                        $"{groups[rule.Text("referencedSecurityGroupId")!]} -> {groups[rule.Text("securityGroupId")!]} {rule.Text("fromPort")}"
                    ),
                Is.EquivalentTo(
                    new[] { "finsight-lambda-sg -> finsight-proxy-sg 5432", "finsight-proxy-sg -> finsight-rds-sg 5432" }
                ),
                "nobody calls the functions"
            );
            Assert.That(
                (proxy.Text("requireTls"), proxy.Text("idleClientTimeout"), proxy.Text("auths.iamAuth")),
                Is.EqualTo(("true", "1800", "REQUIRED"))
            );
            Assert.That(proxy.Text("auths.secretArn"), Is.EqualTo(plan.Outputs["databaseSecretArn"]!.ToString()));
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), ["finsight"])]
    public async Task Keys_of_clients_and_the_header_are_secrets_wherever_they_stand(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var secrets = plan.All("random:index/randomPassword:RandomPassword").Select(password => password["result"]).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                plan.One("aws:apigateway/apiKey:ApiKey").Text("value"),
                Is.EqualTo(plan.Named("random:index/randomPassword:RandomPassword", "finsight-api-web-key-value")["result"])
            );
            foreach (var resource in plan.Resources)
            foreach (var (input, value) in resource.State.Inputs.Properties)
            {
                var shown = PlanValues.Public(value)?.ToJsonString() ?? "";
                foreach (var secret in secrets)
                    Assert.That(
                        shown.Replace("\\u003C", "<", StringComparison.Ordinal).Replace("\\u003E", ">", StringComparison.Ordinal),
                        Does.Not.Contain(secret),
                        $"{resource} {input}"
                    );
            }
        }
    }

    [Test]
    public async Task Calls_that_production_keeps_for_itself_are_a_hundred()
    {
        var plan = await PlannedStack.OfAsync("finsight-prod");

        Assert.That(
            plan.All(Function).Sum(function => int.Parse(function.Text("reservedConcurrentExecutions") ?? "0", Culture)),
            Is.EqualTo(100)
        );
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), ["finsight"])]
    public async Task A_deployment_is_told_what_it_comes_to(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                plan.Messages,
                Has.Some.StartsWith("25 % of the database's 80 connections = 20 for the proxy")
                    .And.Some.StartsWith("recovery: RPO 5 min (point-in-time restore, 7 days), RTO about 2 h 20 min of 4 h")
                    .And.Some.StartsWith("availability: 99.9 % allows 43.2 min a month, and the database has no standby")
                    .And.Some.StartsWith("SES begins in a sandbox")
                    .And.Some.Contains("before the tag Stack is activated for cost allocation")
            );
            Assert.That(
                plan.Messages.Contains("the site is left out: its GitHub token is missing"),
                Is.EqualTo(stack == "finsight-prod")
            );
        }
    }

    /// <summary>Its pages are in the stack of production, and call the API of dev: that must let them.</summary>
    [Test]
    public async Task The_pages_of_branch_develop_are_those_that_dev_lets_in()
    {
        var dev = await PlannedStack.OfAsync("finsight-dev");

        Assert.That(
            dev.Named(Function, "finsight-auth").Text("environment.variables.ALLOWED_ORIGIN"),
            Is.EqualTo("https://develop.finsight.example.com")
        );
    }

    private static readonly IFormatProvider Culture = System.Globalization.CultureInfo.InvariantCulture;

    private static JsonNode Origin(Planned cdn, string id) =>
        cdn.Input("origins")!.AsArray().Single(origin => (string)origin!["originId"]! == id)!;
}
