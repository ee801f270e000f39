using Review.Model;
using Review.Model.Aws;

namespace Review.Guardrails.Rules;

/// <summary>Who may be a role, and whether anybody is.</summary>
internal sealed class IamTrustRules : GuardrailTable
{
    private const string Trust = "assumeRolePolicy";
    private const string GitHub = "token.actions.githubusercontent.com";
    private const string Policy = "aws:iam/policy:Policy";

    // Services that say for whom they take a role; others, such as Lambda, EC2 and RDS Proxy, do not, and a condition would shut them out.
    private static readonly string[] SayingSource =
    [
        "bedrock.amazonaws.com",
        "cloudtrail.amazonaws.com",
        "codebuild.amazonaws.com",
        "ecs-tasks.amazonaws.com",
        "firehose.amazonaws.com",
        "monitoring.rds.amazonaws.com",
        "pipes.amazonaws.com",
        "scheduler.amazonaws.com",
        "sns.amazonaws.com",
        "states.amazonaws.com",
        "vpc-flow-logs.amazonaws.com",
    ];

    private static readonly string[] Source = ["aws:SourceAccount", "aws:SourceArn", "aws:SourceOrgID"];

    // What a role's own parts are; everything else that refers to it uses it.
    private static readonly string[] Own =
    [
        "aws:iam/rolePolicy:RolePolicy",
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        Tokens.Key,
    ];

    private static readonly string[] People =
    [
        "aws:iam/user:User",
        "aws:iam/accessKey:AccessKey",
        "aws:iam/userLoginProfile:UserLoginProfile",
    ];

    // Characters without white space that IAM takes for a trust policy.
    private const int LongestTrust = 2_048;

    /// <inheritdoc/>
    public override IEnumerable<Guardrail> Rules =>
        [
            new("iam-trust-everybody", Grade.Critical, Tokens.Role, "Roles let nobody in who is not named")
            {
                Reason = "A principal of * without a condition on who calls lets every AWS account wear the role.",
                Fix = "Name a service, a role or an account in Principal of assumeRolePolicy.",
                Also = ["CKV_AWS_60"],
                Check = role => role.Statements(Trust, statement => statement.IsPublic ? "lets everybody wear the role" : null),
            },
            new("iam-trust-accounts", Grade.Medium, Tokens.Role, "Roles that trust an account say whom of it")
            {
                Reason = "An account as a principal means everybody in it who may call sts:AssumeRole, and whoever it works for.",
                Fix = "Name the role in Principal, or add a condition on sts:ExternalId, aws:PrincipalArn or aws:PrincipalOrgID.",
                Also = ["CKV_AWS_61"],
                Check = role =>
                    role.Statements(
                        Trust,
                        statement =>
                            statement.Allows
                            && statement.Principals.FirstOrDefault(principal => principal.IsAccount) is { Who: { } account }
                            && !statement.Conditions.Any(condition =>
                                condition.Demands
                                && (
                                    condition.Is("sts:ExternalId")
                                    || condition.Is("aws:PrincipalArn")
                                    || condition.Is("aws:PrincipalOrgID")
                                )
                            )
                                ? $"trusts all of {account}, want a role or a condition"
                                : null
                    ),
            },
            new("iam-confused-deputy", Grade.Medium, Tokens.Role, "Services wear roles only for this account")
            {
                Reason =
                    "A service that works for everybody can be made to use the role by somebody in another account who knows its ARN.",
                Fix = "Add the condition StringEquals aws:SourceAccount, and ArnLike aws:SourceArn, to assumeRolePolicy.",
                When = role =>
                    Statement
                        .Of(role, Trust)
                        .SelectMany(statement => statement.Principals)
                        .Any(principal => SayingSource.Contains(principal.Who)) || role.Json(Trust).IsUnknown,
                Check = role =>
                    role.Statements(
                        Trust,
                        statement =>
                            statement.Allows
                            && statement.Principals.FirstOrDefault(principal => SayingSource.Contains(principal.Who))
                                is { Who: { } service }
                            && !statement.Conditions.Any(condition => condition.Demands && Source.Any(condition.Is))
                                ? $"lets {service} in for any account, want the condition aws:SourceAccount"
                                : null
                    ),
            },
            new("iam-github-subject", Grade.High, Tokens.Role, "Roles of GitHub Actions are for one repository")
            {
                Reason =
                    "GitHub signs tokens for every repository there is; without a subject anybody's workflow wears the role.",
                Fix =
                    "Add StringLike token.actions.githubusercontent.com:sub with repo:<owner>/<repository>:<branch or environment>, and :aud sts.amazonaws.com.",
                Also = ["CKV_AWS_358"],
                When = role => Statement.Of(role, Trust).Any(IsOfGitHub),
                Check = role =>
                    role.Statements(
                        Trust,
                        statement =>
                            !statement.Allows || !IsOfGitHub(statement) ? null
                            : !statement
                                .On($"{GitHub}:sub")
                                .Any(subject => subject.Demands && subject.Values.All(NamesRepository))
                                ? $"has no {GitHub}:sub with a repository, want repo:<owner>/<repository>:…"
                            : !statement.On($"{GitHub}:aud").Any(audience => audience.Values is ["sts.amazonaws.com"])
                                ? $"has no {GitHub}:aud, want sts.amazonaws.com"
                            : null
                    ),
            },
            new("iam-trust-not-principal", Grade.High, Tokens.Role, "Roles name who may wear them, not who may not")
            {
                Reason = "Allow with NotPrincipal lets in everybody else, other accounts too.",
                Fix = "Use Principal in assumeRolePolicy.",
                Check = role =>
                    role.Statements(
                        Trust,
                        statement =>
                            statement.Allows && statement.Exceptions.Contains("NotPrincipal")
                                ? "allows with NotPrincipal, want Principal"
                                : null
                    ),
            },
            new("iam-trust-size", Grade.Low, Tokens.Role, "Trust policies fit into what IAM takes")
            {
                Reason = "IAM refuses a trust policy of more than 2,048 characters, in the middle of the deployment.",
                Fix = "Join principals or conditions by a pattern in assumeRolePolicy; AWS raises the limit to 4,096 on request.",
                Check = role =>
                {
                    var length = role[Trust].Text?.Count(letter => !char.IsWhiteSpace(letter)) ?? 0;
                    return Verdict.Of(length <= LongestTrust, $"{Trust}: got {length} characters, want {LongestTrust} or less");
                },
            },
            new("iam-role-used", Grade.Low, Tokens.Role, "Every role is worn by something")
            {
                Reason = "A role that nothing uses is a right that nobody watches.",
                Fix = "Remove the role, or name it where it is to be worn.",
                Check = role =>
                    Verdict.Of(
                        role.Stack.References.To(role).Any(use => !Own.Contains(use.From.Type))
                            || Statement
                                .Of(role, Trust)
                                .SelectMany(statement => statement.Principals)
                                .Any(principal => principal.Kind != "Service"),
                        "use: got nothing in the stack that wears the role, want something"
                    ),
            },
            new("iam-policy-attached", Grade.Low, Policy, "Every policy is attached to somebody")
            {
                Reason = "A policy that is attached to nobody is waiting for somebody to attach it without a review.",
                Fix = "Add an aws:iam:RolePolicyAttachment, or remove the policy.",
                Check = policy =>
                    Verdict.Of(
                        policy
                            .Stack.References.To(policy)
                            .Any(use => use.Property is "policyArn" or "managedPolicyArns" or "permissionsBoundary"),
                        "attachment: got none, want a role"
                    ),
            },
            new("iam-no-users", Grade.High, Guardrail.WholeStack, "Stacks make no IAM users and no access keys")
            {
                Reason = "Access keys never expire, end up in files and repositories, and the secret is in the state.",
                Fix =
                    "Let people sign in through IAM Identity Center, machines wear roles, and GitHub Actions use OpenID Connect.",
                Also = ["CKV_AWS_273"],
                Check = stack =>
                    Verdict.All(
                        People
                            .SelectMany(stack.Stack.All)
                            .Select(user => Verdict.Fail($"{user.Name}: got {user.Type}, want a role"))
                    ),
            },
        ];

    private static bool IsOfGitHub(Statement statement) =>
        statement.Principals.Any(principal =>
            principal.Kind == "Federated" && principal.Who.Contains(GitHub, StringComparison.Ordinal)
        ) || statement.Conditions.Any(condition => condition.Key.StartsWith(GitHub, StringComparison.OrdinalIgnoreCase));

    private static bool NamesRepository(string subject) =>
        subject.StartsWith("repo:", StringComparison.Ordinal)
        && subject["repo:".Length..].Split(':')[0].Split('/') is [{ Length: > 0 } owner, { Length: > 0 } repository]
        && !owner.Contains('*')
        && !repository.Contains('*');
}
