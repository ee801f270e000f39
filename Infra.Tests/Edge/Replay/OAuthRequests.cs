namespace Infra.Tests.Edge.Replay;

/// <summary>Requests that sound clients make of an authorization server.</summary>
internal static class OAuthRequests
{
    private const string Tenant = "/67e7eae6-62b0-4500-9eff-87459f63fc66/v1";

    // Twelve kilobytes of what signed request objects are made of.
    private static readonly string BigJwt =
        $"eyJhbGciOiJQUzI1NiJ9.{string.Concat(Enumerable.Repeat("eyJjbGFpbXMiOnsiaWRfdG9rZW4iOnsi", 384))}.c2lnbmF0dXJl";

    private static readonly string SmallJwt =
        $"eyJhbGciOiJFUzI1NiJ9.{string.Concat(Enumerable.Repeat("eyJpc3Mi", 60))}.c2lnbmF0dXJl";

    /// <summary>Each with the rules that count it. None may be blocked.</summary>
    public static readonly (WebRequest Request, string[] Counted)[] All =
    [
        (
            Authorize(
                "web client",
                "response_type=code&client_id=web&scope=openid&state=af0ifjsldkj&redirect_uri=https%3A%2F%2Fapp.example.com%2Fcb"
            ),
            []
        ),
        (
            Authorize("native client on a loopback address", "client_id=cli&redirect_uri=http%3A%2F%2F127.0.0.1%3A51004%2Fcb"),
            ["EC2MetaDataSSRF_QUERYARGUMENTS", "GenericRFI_QUERYARGUMENTS"]
        ),
        (
            Authorize("developer on localhost", "client_id=dev&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcallback"),
            ["EC2MetaDataSSRF_QUERYARGUMENTS"]
        ),
        (
            Authorize("partner behind an address", "client_id=p&redirect_uri=https%3A%2F%2F203.0.113.20%2Fcb"),
            ["GenericRFI_QUERYARGUMENTS"]
        ),
        (Authorize("request object of 12 kB in the query", $"client_id=fapi&request={BigJwt}"), ["SizeRestrictions_QUERYSTRING"]),
        (
            Authorize(
                "pushed request by reference",
                "client_id=fapi&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3A6esc"
            ),
            []
        ),
        (
            Form("request object of 12 kB in a form", "/authorizations", $"client_id=fapi&request={BigJwt}"),
            ["SizeRestrictions_BODY"]
        ),
        (
            Form(
                "pushed request of a native client",
                "/authorizations/push",
                "client_id=cli&redirect_uri=http%3A%2F%2F127.0.0.1%3A51004%2Fcb"
            ),
            ["EC2MetaDataSSRF_BODY", "GenericRFI_BODY"]
        ),
        (
            Form(
                "pushed request of a developer",
                "/authorizations/push",
                "client_id=dev&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcb"
            ),
            ["EC2MetaDataSSRF_BODY"]
        ),
        (
            Form(
                "token with private_key_jwt",
                "/tokens",
                "grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA&client_assertion_type="
                    + $"urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion={SmallJwt}"
            ),
            []
        ),
        (
            Form(
                    "token from a server that names no agent",
                    "/tokens",
                    $"grant_type=client_credentials&client_assertion={SmallJwt}"
                )
                .With("user-agent", null),
            ["NoUserAgent_HEADER"]
        ),
        (
            Form("token with a secret in a header", "/tokens", "grant_type=refresh_token&refresh_token=abc")
                .With("authorization", "Basic czZCaGRSa3F0"),
            []
        ),
        (
            Form(
                "sign-in on another device",
                "/backchannel/authentications",
                $"scope=openid&login_hint=alice&request={SmallJwt}"
            ),
            []
        ),
        (Form("introspection", "/tokens/introspection", $"token={SmallJwt}"), []),
        (new("discovery", "GET", $"{Tenant[..37]}/.well-known/openid-configuration"), []),
        (new("keys", "GET", $"{Tenant}/jwks"), []),
        (new WebRequest("user info", "GET", $"{Tenant}/userinfo").With("authorization", $"Bearer {SmallJwt}"), []),
        (new("health of a tenant", "GET", $"{Tenant}/health"), []),
    ];

    /// <summary>A token request, for the limits.</summary>
    public static WebRequest Token(string path = "/tokens") => Form("token", path, "grant_type=client_credentials");

    private static WebRequest Authorize(string name, string query) =>
        new(name, "GET", $"{Tenant}/authorizations") { Query = query };

    private static WebRequest Form(string name, string path, string body) => new(name, "POST", $"{Tenant}{path}") { Body = body };
}
