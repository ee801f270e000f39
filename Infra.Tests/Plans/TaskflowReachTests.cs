using System.Text.Json.Nodes;

namespace Infra.Tests.Plans;

/// <summary>Who reaches the parts of taskflow: the API only through the CDN, buckets only by whom they are for.</summary>
public sealed class TaskflowReachTests
{
    private const string Header = "X-Origin-Verify";

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), ["taskflow"])]
    public async Task The_API_answers_the_CDN_and_nobody_else(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var association = plan.One("aws:wafv2/webAclAssociation:WebAclAssociation");
        var firewall = plan.Referred("aws:wafv2/webAcl:WebAcl", association.Text("webAclArn")!, "arn");
        var origin = Origin(plan, "api");

        var rule = firewall.Input("rules")!.AsArray().Single()!;
        var match = rule["statement"]!["byteMatchStatement"]!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(association.Text("resourceArn"), Is.EqualTo(plan.One("aws:apigateway/stage:Stage")["arn"]));
            Assert.That((firewall.Text("scope"), firewall.Region), Is.EqualTo(("REGIONAL", plan.Region)));
            Assert.That(firewall.Input("defaultAction.block"), Is.Not.Null, "whatever has no rule");
            Assert.That(rule["action"]!["allow"], Is.Not.Null);
            Assert.That((string)match["positionalConstraint"]!, Is.EqualTo("EXACTLY"));
            Assert.That((string)match["fieldToMatch"]!["singleHeader"]!["name"]!, Is.EqualTo(Header.ToLowerInvariant()));
            Assert.That((string)origin["customHeaders"]![0]!["name"]!, Is.EqualTo(Header));
            Assert.That(
                (string)origin["customHeaders"]![0]!["value"]!,
                Is.EqualTo((string)match["searchString"]!).And.Not.Empty,
                "the CDN sends what the firewall wants"
            );
            Assert.That(
                (string)origin["domainName"]!,
                Does.StartWith(plan.One("aws:apigateway/restApi:RestApi")["id"]).And.Contain(".execute-api.")
            );
            Assert.That((string)origin["customOriginConfig"]!["originProtocolPolicy"]!, Is.EqualTo("https-only"));
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), ["taskflow"])]
    public async Task The_path_of_the_API_carries_tokens_and_is_never_cached(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var cdn = plan.One("aws:cloudfront/distribution:Distribution");
        var api = cdn.Input("orderedCacheBehaviors")!.AsArray().Single()!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (string)api["pathPattern"]!,
                Is.EqualTo($"/{plan.One("aws:apigateway/stage:Stage").Text("stageName")}/*"),
                "the stage is the first part of its paths"
            );
            Assert.That((string)api["targetOriginId"]!, Is.EqualTo("api"));
            Assert.That(
                (string)api["viewerProtocolPolicy"]!,
                Is.EqualTo("https-only"),
                "a token must not be redirected in plain"
            );
            Assert.That((string)api["cachePolicyId"]!, Is.EqualTo("4135ea2d-6df8-44a3-9df3-4b5a84be39ad"), "CachingDisabled");
            Assert.That(
                (string)api["originRequestPolicyId"]!,
                Is.EqualTo("b689b0a8-53d0-40ab-baf2-68738e2966ac"),
                "AllViewerExceptHostHeader: API Gateway knows only its own host"
            );
            Assert.That(api["allowedMethods"].Texts(), Does.Contain("OPTIONS").And.Contain("DELETE").And.Contain("PATCH"));
            Assert.That(api["functionAssociations"], Is.Null, "its paths are no pages");
            Assert.That(
                cdn.Text("defaultCacheBehavior.functionAssociations.functionArn"),
                Is.EqualTo(plan.One("aws:cloudfront/function:Function")["arn"])
            );
            Assert.That(
                cdn.Text("defaultCacheBehavior.cachePolicyId"),
                Is.EqualTo("658327ea-f89d-4fab-a63d-7e88639e58f6"),
                "CachingOptimized"
            );
            Assert.That(cdn.Text("webAclId"), Is.EqualTo(plan.Named("aws:wafv2/webAcl:WebAcl", "taskflow-front-waf")["arn"]));
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), ["taskflow"])]
    public async Task The_site_is_read_by_its_distribution_only(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var site = plan.Named("aws:s3/bucket:Bucket", "taskflow-site");

        var allowed = Allowed(plan, "taskflow-site-policy").Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string)allowed["Principal"]!["Service"]!, Is.EqualTo("cloudfront.amazonaws.com"));
            Assert.That(allowed["Action"].Texts(), Is.EqualTo(new[] { "s3:GetObject" }));
            Assert.That(
                (string)allowed["Condition"]!["StringEquals"]!["aws:SourceArn"]!,
                Is.EqualTo(plan.One("aws:cloudfront/distribution:Distribution")["arn"])
            );
            Assert.That((string)Origin(plan, "site")["domainName"]!, Does.StartWith($"{site.Text("bucket")}.s3."));
            Assert.That(
                (string)Origin(plan, "site")["originAccessControlId"]!,
                Is.EqualTo(plan.One("aws:cloudfront/originAccessControl:OriginAccessControl")["id"])
            );
            Closed(plan, "taskflow-site");
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), ["taskflow"])]
    public async Task Content_is_for_the_function_and_for_pages_of_the_site(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var bucket = plan.Named("aws:s3/bucket:Bucket", "taskflow-content").Text("bucket");
        var url = (string)plan.Outputs["url"]!;

        var users = plan.All("aws:iam/rolePolicy:RolePolicy")
            .Where(policy => policy.Text("policy")!.Contains($"arn:aws:s3:::{bucket}", StringComparison.Ordinal))
            .Select(policy => policy.Name);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(users, Is.EqualTo(new[] { "taskflow-api-role-policy" }));
            Assert.That(Allowed(plan, "taskflow-content-policy"), Is.Empty);
            Assert.That(
                plan.One("aws:s3/bucketCorsConfiguration:BucketCorsConfiguration").Input("corsRules.allowedOrigins").Texts(),
                Is.EqualTo(new[] { url })
            );
            Assert.That(
                plan.Named("aws:s3/bucketVersioning:BucketVersioning", "taskflow-content-versions")
                    .Text("versioningConfiguration.status"),
                Is.EqualTo("Enabled")
            );
            Closed(plan, "taskflow-content");
        }
    }

    [TestCaseSource(typeof(PlannedStack), nameof(PlannedStack.Of), ["taskflow"])]
    public async Task Pages_of_one_origin_may_call_the_API_also_when_it_refuses(string stack)
    {
        var plan = await PlannedStack.OfAsync(stack);
        var origin = $"'{plan.Outputs["url"]}'";

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plan.All("aws:apigateway/integrationResponse:IntegrationResponse").Count(), Is.EqualTo(2));
            foreach (var answer in plan.All("aws:apigateway/integrationResponse:IntegrationResponse"))
                Assert.That(
                    (string)answer.Input("responseParameters")!["method.response.header.Access-Control-Allow-Origin"]!,
                    Is.EqualTo(origin),
                    answer.Name
                );
            Assert.That(
                plan.All("aws:apigateway/response:Response").Select(answer => answer.Text("responseType")),
                Is.EquivalentTo(new[] { "DEFAULT_4XX", "DEFAULT_5XX" })
            );
            foreach (var answer in plan.All("aws:apigateway/response:Response"))
                Assert.That(
                    (string)answer.Input("responseParameters")!["gatewayresponse.header.Access-Control-Allow-Origin"]!,
                    Is.EqualTo(origin),
                    answer.Name
                );
            Assert.That(
                plan.One("aws:lambda/function:Function").Text("environment.variables.ALLOWED_ORIGIN"),
                Is.EqualTo(origin.Trim('\''))
            );
        }
    }

    private static JsonNode Origin(PlannedStack plan, string id) =>
        plan.One("aws:cloudfront/distribution:Distribution")
            .Input("origins")!
            .AsArray()
            .Single(origin => (string)origin!["originId"]! == id)!;

    private static IEnumerable<JsonNode> Allowed(PlannedStack plan, string policy) =>
        plan.Named("aws:s3/bucketPolicy:BucketPolicy", policy).Document("policy")["Statement"]!
            .AsArray()
            .Select(statement => statement!)
            .Where(statement => (string)statement["Effect"]! == "Allow");

    private static void Closed(PlannedStack plan, string bucket)
    {
        var block = plan.Named("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", $"{bucket}-private");
        foreach (var way in new[] { "blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets" })
            Assert.That((bool)block.Input(way)!, Is.True, $"{bucket} {way}");
    }
}
