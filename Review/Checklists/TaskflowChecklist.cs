using Review.Guardrails;
using Review.Model;
using static Review.Checklists.Common;
using static Review.Checklists.Look;

namespace Review.Checklists;

/// <summary>What taskflow needs before production.</summary>
internal sealed class TaskflowChecklist : Checklist
{
    private const string Table = "aws:dynamodb/table:Table";
    private const string Origin = "method.response.header.Access-Control-Allow-Origin";

    /// <inheritdoc/>
    public override string System => "taskflow";

    /// <inheritdoc/>
    public override IReadOnlyList<ChecklistRow> Rows { get; } =
    [
        new(
            "Security",
            "Threat protection stops risky sign-ins",
            Every(Types.Pool, "userPoolAddOns.advancedSecurityMode", Is("ENFORCED"))
        ),
        new("Security", "People can have a second factor, or must", Every(Types.Pool, "mfaConfiguration", Is("OPTIONAL", "ON"))),
        new("Security", "Passwords have 12 characters of all kinds", Passwords(12)),
        new(
            "Security",
            "Tokens end soon: access and id within an hour, refresh within 30 days",
            All(
                Judge(Types.Client, client => Ends(client, "accessToken", TimeSpan.FromHours(1))),
                Judge(Types.Client, client => Ends(client, "idToken", TimeSpan.FromHours(1))),
                Judge(Types.Client, client => Ends(client, "refreshToken", TimeSpan.FromDays(30)))
            )
        ),
        new("Security", "Browsers speak HTTPS only", CdnHasTls),
        new(
            "Security",
            "Browsers may call the API from its own site only (CORS)",
            Judge("aws:apigateway/integrationResponse:IntegrationResponse", OwnOrigin)
        ),
        new(
            "Availability",
            "Copies of the function are kept warm",
            For(
                "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig",
                otherwise: "none is warm: function.provisionedConcurrency is 0"
            )
        ),
        new("Availability", "The table has the capacity that is asked of it", Judge(Table, HasCapacity)),
        new("Availability", "The CDN keeps what may be kept", Every(Types.Cdn, "defaultCacheBehavior.cachePolicyId", IsSet)),
        new("Monitoring", "Alarms ring", AlarmsRing),
        new("Monitoring", "Logs are kept, and not for ever", LogsAreKept),
        new(
            "Monitoring",
            "Attacks on accounts ring too",
            All(
                For(Types.Alarm, Watches("AccountTakeoverRisk"), otherwise: "no alarm on accounts that are taken over"),
                For(
                    Types.Alarm,
                    Watches("CompromisedCredentialRisk"),
                    otherwise: "no alarm on passwords that are known elsewhere"
                )
            )
        ),
        new("Monitoring", "Somebody hears them", SomebodyListens),
        new("Backup", "The table comes back from any second", Every(Table, "pointInTimeRecovery.enabled", IsTrue)),
        new(
            "Backup",
            "Overwritten files are kept",
            Every("aws:s3/bucketVersioning:BucketVersioning", "versioningConfiguration.status", Is("Enabled"))
        ),
        new("Backup", "The user pool refuses to be deleted", Every(Types.Pool, "deletionProtection", Is("ACTIVE"))),
    ];

    private static Verdict Ends(Resource client, string token, TimeSpan latest) =>
        client.Ask(
            $"{token}Validity",
            validity => validity.Number is { } number && In(client[$"tokenValidityUnits.{token}"].Text, token, number) <= latest,
            $"{latest.TotalHours:0} hours at most"
        );

    // Cognito counts hours, and days for refresh tokens, where nothing is said.
    private static TimeSpan In(string? unit, string token, double number) =>
        (unit ?? (token == "refreshToken" ? "days" : "hours")) switch
        {
            "seconds" => TimeSpan.FromSeconds(number),
            "minutes" => TimeSpan.FromMinutes(number),
            "hours" => TimeSpan.FromHours(number),
            _ => TimeSpan.FromDays(number),
        };

    private static Verdict OwnOrigin(Resource answer)
    {
        var hosts = answer
            .Stack.All(Types.Cdn)
            .SelectMany(cdn => cdn["aliases"].Texts)
            .Select(host => $"'https://{host}'")
            .ToList();
        var origin =
            answer["responseParameters"].Members.FirstOrDefault(parameter => parameter.Key == Origin)?.Value ?? Value.Missing;
        return origin.Ask(Origin, value => value.Text is { } text && hosts.Contains(text), string.Join(" or ", hosts));
    }

    private static Verdict HasCapacity(Resource table) =>
        table.IsOneOf("billingMode", "PAY_PER_REQUEST")
        | Verdict.Of(
            table.Stack.All(Types.Scaling).Any(target => target["serviceNamespace"].Text == "dynamodb"),
            "billingMode: want PAY_PER_REQUEST, or scaling of what is provisioned"
        );

    private static Func<Resource, bool> Watches(string metric) =>
        alarm =>
            alarm["metricName"].Text == metric
            || alarm["metricQueries"]
                .Items.Any(query =>
                    query["metric.metricName"].Text == metric
                    || query["expression"].Text?.Contains(metric, StringComparison.Ordinal) is true
                );
}
