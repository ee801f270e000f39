using Review.Model;

namespace Review.Guardrails.Rules;

/// <summary>Sites that Amplify builds: who sees what is not finished, and who gets at the repository.</summary>
internal sealed class HostingRules : GuardrailTable
{
    private const string App = "aws:amplify/app:App";
    private const string Branch = "aws:amplify/branch:Branch";

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("amplify-tokens", Grade.High, App, "Tokens and passwords of a site are secrets")
            {
                Reason =
                    "A token in plain text is in the program's history, in plans and in the state, and reads the repository.",
                Fix = "Give accessToken, oauthToken and basicAuthCredentials as secrets of the stack's configuration.",
                Check = app =>
                    Verdict.All(
                        Secrets.Select(name =>
                            Verdict.Of(app[name].IsEmpty || app[name].IsSecret, $"{name}: got plain text, want a secret")
                        )
                    ),
            },
            new("amplify-previews", Grade.High, Branch, "Previews of pull requests ask for a password")
            {
                Reason = "Whoever opens a pull request gets his pages published under a host of ours.",
                Fix =
                    "Set enablePullRequestPreview: false, or enableBasicAuth with basicAuthCredentials on the branch or the app.",
                When = branch => branch["enablePullRequestPreview"].IsUnknown || branch["enablePullRequestPreview"].Bool == true,
                Check = branch =>
                    branch["enablePullRequestPreview"].IsUnknown
                        ? Verdict.CannotKnow("enablePullRequestPreview is known only after the deployment")
                        : AsksForPassword(branch),
            },
            new("amplify-branch-password", Grade.Low, Branch, "Branches that are not production ask for a password")
            {
                Reason = "Search engines and the curious find what is not finished.",
                Fix = "Set enableBasicAuth: true and basicAuthCredentials on the branch or the app; or stage: PRODUCTION.",
                When = branch => branch["stage"].Text is not "PRODUCTION",
                Check = AsksForPassword,
            },
            new("amplify-auto-branches", Grade.Medium, App, "Branches that somebody pushes are not published by themselves")
            {
                Reason = "Any branch, with whatever is in it, becomes a public site.",
                Fix = "Set enableAutoBranchCreation: false, or autoBranchCreationConfig.enableBasicAuth: true.",
                Check = app =>
                    app.Is("enableAutoBranchCreation", false) | app.Is("autoBranchCreationConfig.enableBasicAuth", true),
            },
            new(
                "amplify-auto-hosts",
                Grade.Medium,
                "aws:amplify/domainAssociation:DomainAssociation",
                "Branches get hosts of the domain only when somebody says so"
            )
            {
                Reason = "Whoever may push gets a host of the domain, with its cookies and its good name.",
                Fix = "Set enableAutoSubDomain: false.",
                Check = domain => domain.Is("enableAutoSubDomain", false),
            },
            new("amplify-headers", Grade.Medium, App, "Sites tell browsers to use HTTPS only, and not to be framed")
            {
                Reason = "The first request of each visit can be caught, and a stranger's page can take the user's clicks.",
                Fix =
                    "Write Strict-Transport-Security and X-Frame-Options (or Content-Security-Policy) for **/* in customHeaders.",
                Check = app =>
                    app.Ask(
                        "customHeaders",
                        headers =>
                            Has(headers, "Strict-Transport-Security")
                            && (Has(headers, "X-Frame-Options") || Has(headers, "frame-ancestors")),
                        "Strict-Transport-Security and X-Frame-Options"
                    ),
            },
        ];

    private static readonly string[] Secrets = ["accessToken", "oauthToken", "basicAuthCredentials"];

    private static bool Has(Value headers, string name) =>
        headers.Text?.Contains(name, StringComparison.OrdinalIgnoreCase) == true;

    private static Verdict AsksForPassword(Resource branch) =>
        Verdict.Any(
            branch
                .Referred("appId", App)
                .Prepend(branch)
                .Select(part =>
                    part.Is("enableBasicAuth", true)
                    & part.IsSet("basicAuthCredentials", "a user and a password")
                    & Verdict.Of(
                        part["basicAuthCredentials"].IsEmpty || part["basicAuthCredentials"].IsSecret,
                        "basicAuthCredentials: got plain text, want a secret"
                    )
                ),
            "enableBasicAuth: got nothing, want true"
        );
}
