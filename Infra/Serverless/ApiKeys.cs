using System.Collections.Immutable;
using Infra.Security;
using Pulumi;
using Pulumi.Aws.ApiGateway;
using Pulumi.Aws.ApiGateway.Inputs;
using Resource = Pulumi.Resource;
using Rest = Pulumi.Aws.ApiGateway.RestApi;

namespace Infra.Serverless;

/// <summary>Makes the usage plan of an API and a key for each of its clients.</summary>
internal static class ApiKeys
{
    /// <summary>The header that carries a key.</summary>
    public const string Header = "X-Api-Key";

    // API Gateway takes 20 to 128 letters and digits; 40 hold 238 bits.
    private const int KeyLength = 40;

    /// <summary>The values of the keys by client; secret.</summary>
    public static ImmutableSortedDictionary<string, Output<string>> Make(
        string name,
        RestApiArgs args,
        ApiUsagePlan usage,
        Rest api,
        Stage stage,
        Resource parent
    )
    {
        var (child, label) = (new CustomResourceOptions { Parent = parent }, args.Context.Label);
        var plan = new UsagePlan(
            $"{name}-plan",
            new()
            {
                Name = label.Name($"{args.Role}-plan"),
                Description = $"What each client may use of {args.Description}",
                ApiStages =
                {
                    new UsagePlanApiStageArgs { ApiId = api.Id, Stage = stage.StageName },
                },
                ThrottleSettings = new UsagePlanThrottleSettingsArgs
                {
                    RateLimit = usage.Limit.RequestsPerSecond,
                    BurstLimit = usage.Limit.Burst,
                },
                QuotaSettings = new UsagePlanQuotaSettingsArgs { Limit = usage.RequestsPerDay, Period = "DAY" },
                Tags = label.NameTag($"{args.Role}-plan"),
            },
            child
        );
        return usage.Clients.ToImmutableSortedDictionary(
            client => client.Key,
            client => Key(client.Key, client.Value),
            StringComparer.Ordinal
        );

        Output<string> Key(string client, ApiClient about)
        {
            var value = GeneratedPassword.Make($"{name}-{client}-key-value", KeyLength, child, about.KeyVersion);
            var key = new ApiKey(
                $"{name}-{client}-key",
                new()
                {
                    Name = label.Name($"{args.Role}-{client}"),
                    Description = about.Description,
                    Enabled = about.Enabled,
                    Value = value,
                    Tags = label.NameTag($"{args.Role}-{client}"),
                },
                child
            );
            _ = new UsagePlanKey(
                $"{name}-{client}-use",
                new()
                {
                    UsagePlanId = plan.Id,
                    KeyId = key.Id,
                    KeyType = "API_KEY",
                },
                child
            );
            return value;
        }
    }
}
