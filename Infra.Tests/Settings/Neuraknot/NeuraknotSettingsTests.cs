namespace Infra.Tests.Settings.Neuraknot;

public sealed class NeuraknotSettingsTests
{
    private const string There = "arn:aws:acm:us-east-1:111111111111:certificate/0a1b";

    [TestCase(
        """{"edge":{}}""",
        "edge.domain: got nothing, want a host with a certificate in production, and wherever protect is true; "
            + "sign-ins must not travel in the clear; acceptPlainHttp: true accepts that they do"
    )]
    [TestCase(
        """{"edge":{"domain":"talk.example.com","hostedZoneId":"Z1","acceptPlainHttp":true}}""",
        "edge.acceptPlainHttp: got true, want false where there is a certificate; remove it: port 80 redirects"
    )]
    [TestCase(
        """{"edge":{"domain":"talk.example.com"}}""",
        "edge.hostedZoneId: got nothing, want the Route 53 zone of talk.example.com; a certificate is issued with it; or give certificateArn"
    )]
    [TestCase(
        $$$"""{"edge":{"domain":"talk.example.com","certificateArn":"{{{There}}}"}}""",
        $"edge.certificateArn: got {There}, want a certificate in ap-northeast-1; a load balancer takes none of another region"
    )]
    [TestCase(
        """{"edge":{"acceptPlainHttp":true}}""",
        "users.web.callbackUrls: got an empty list, want a URL while there is neither edge.domain nor frontendUrl nor users.web.localhost; "
            + "people must be sent somewhere after they signed in"
    )]
    [TestCase(
        """{"services":{"backend-go":{"enabled":true}}}""",
        "services.backend-go.image: got nothing, want a digest or tag while enabled is true; push the image first, or set enabled: false"
    )]
    [TestCase(
        """{"services":{"python-ai":{"logLevel":"debug"}}}""",
        "services.python-ai.logLevel: got debug, want error, warn or info in production; what people send would be in the log"
    )]
    [TestCase("""{"services":{"backend-rust":{}}}""", "services.backend-rust: unknown key; did you mean backend-go?")]
    [TestCase(
        """{"frontendUrl":"https://app.example.org","services":{"nextjs-frontend":{"enabled":true,"image":"1.0"}}}""",
        "services.nextjs-frontend.enabled: got true, want false while frontendUrl is set; the frontend is in one place: remove one of the two"
    )]
    [TestCase(
        """{"frontendUrl":"https://app.example.org/"}""",
        "frontendUrl: got https://app.example.org/, want https:// and a host, without a slash at the end"
    )]
    [TestCase(
        """{"cluster":{"insights":"disabled"}}""",
        "cluster.insights: got disabled, want enabled or enhanced while a service has minTasks above 0; "
            + "nobody would count the tasks, and the alarms on too few would ring for ever"
    )]
    [TestCase(
        """{"alarms":{"freeStorageGiB":20}}""",
        "alarms.freeStorageGiB: got 20, want less than the 20 GiB there are; the alarm would ring from the first day"
    )]
    [TestCase(
        """{"alarms":{"connections":200}}""",
        "alarms.connections: got 200, want less than the 200 that the database accepts; the alarm could never ring"
    )]
    [TestCase(
        """{"database":{"instance":{"masterPassword":"managed"}}}""",
        "database.instance.masterPassword: got managed, want generated; the application and the proxy read it from the secret, and RDS hands its own to nobody"
    )]
    [TestCase(
        """{"stop":{"enabled":true}}""",
        "stop.enabled: got true, want false while protect is true; people rely on such a stack; set protect: false to stop it"
    )]
    [TestCase(
        """{"users":{"deletionProtection":false}}""",
        "users.deletionProtection: got false, want true while protect is true; set protect: false to delete the pool with its users"
    )]
    [TestCase(
        """{"social":{"x":{"issuer":"https://bridge.example.com"}}}""",
        "social.x.clientId: got nothing, want a value beside the others of x; Cognito must know all of the bridge; or remove the others"
    )]
    [TestCase(
        """{"edge":{"acceptPlainHttp":true},"users":{"web":{"callbackUrls":["https://a.example.org/back"]},"passkeys":{"enabled":true}}}""",
        "users.passkeys.relyingParty: got nothing, want a host while there is neither edge.domain nor frontendUrl; "
            + "passkeys belong to a host; name it, or set users.passkeys.enabled: false"
    )]
    public void Production_is_told_what_is_wrong_and_what_to_do(string settings, string problem) =>
        Assert.That(NeuraknotFile.Problems("prod", settings), Has.Some.StartsWith($"settings.{problem}"));

    [TestCase("DB_HOST")]
    [TestCase("COGNITO_DOMAIN")]
    [TestCase("GOOGLE_CLIENT_SECRET")]
    [TestCase("PORT")]
    [TestCase("AI_URL")]
    public void A_variable_of_the_program_is_not_the_stack_file_s(string variable) =>
        Assert.That(
            NeuraknotFile.Problems("prod", $$"""{"services":{"backend-go":{"environment":{"{{variable}}":"x"} } } }"""),
            Has.Some.StartsWith($"settings.services.backend-go.environment.{variable}: got ")
        );

    [Test]
    public void Service_Connect_needs_room_for_its_proxies()
    {
        var problems = NeuraknotFile.Problems("prod", """{"mesh":{"by":"service-connect"}}""");

        Assert.That(
            problems.Select(problem => problem.Split(": ")[0]).Distinct(),
            Is.SupersetOf(
                    new[] { "settings.services.backend-go", "settings.services.nextjs-frontend", "settings.services.python-ai" }
                )
                .Or.All.StartsWith("settings.services.")
        );
        Assert.That(problems, Has.Length.GreaterThanOrEqualTo(3));
    }

    [TestCase("""{"protect":false,"users":{"deletionProtection":false},"edge":{"acceptPlainHttp":true}}""")]
    [TestCase("""{"edge":{"acceptPlainHttp":true}}""")]
    public void Production_without_a_certificate_is_accepted_by_name(string settings) =>
        Assert.That(
            NeuraknotFile
                .Problems("prod", settings)
                .Where(problem => problem.StartsWith("settings.edge", StringComparison.Ordinal)),
            Is.Empty
        );

    [Test]
    public void Development_may_do_without_a_certificate_unless_it_is_protected()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(NeuraknotFile.Problems("dev", """{"edge":{}}"""), Is.Empty);
            Assert.That(
                NeuraknotFile.Problems("dev", """{"edge":{},"protect":true,"users":{"deletionProtection":true}}""").Single(),
                Does.StartWith("settings.edge.domain: got nothing")
            );
        }
    }

    [Test]
    public void A_frontend_elsewhere_is_where_people_come_back_to_and_passkeys_belong()
    {
        var settings = NeuraknotFile.Load(
            "prod",
            """{"edge":{"acceptPlainHttp":true},"frontendUrl":"https://app.example.org","users":{"passkeys":{"enabled":true}}}"""
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings.Host, Is.EqualTo("app.example.org"));
            Assert.That(settings.Table.Rows.Select(row => row.Name), Is.EqualTo(new[] { "backend-go", "python-ai" }));
            Assert.That(settings.Table["backend-go"].Route!.Paths, Is.Empty, "all the rest");
            Assert.That(NeuraknotFile.Load("prod").Host, Is.EqualTo("talk.example.com"));
        }
    }

    [Test]
    public void All_problems_of_a_file_are_told_at_once() =>
        Assert.That(
            NeuraknotFile
                .Problems(
                    "prod",
                    """
                    {
                      "nework": {},
                      "edge": {},
                      "mesh": {"by": "dns"},
                      "network": {"natGateways": "none"},
                      "database": {"instance": {"backupDays": 40}},
                      "services": {"backend-go": {"enabled": true, "scaling": {"minTasks": 4, "maxTasks": 3}}, "web": {}},
                      "social": {"google": {"clientId": "mine"}},
                      "users": {"password": {"minimumLength": 5}},
                      "alarms": {"connections": 500},
                      "stop": {"enabled": true}
                    }
                    """
                )
                .Select(problem => problem.Split(": ")[0]),
            Is.SupersetOf(
                new[]
                {
                    "settings.nework",
                    "settings.edge.domain",
                    "settings.mesh.by",
                    "settings.network.natGateways",
                    "settings.database.instance.backupDays",
                    "settings.services.backend-go.image",
                    "settings.services.web",
                    "settings.social.google.clientId",
                    "settings.users.password.minimumLength",
                    "settings.alarms.connections",
                    "settings.stop.enabled",
                }
            )
        );
}
