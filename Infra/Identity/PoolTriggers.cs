using System.Collections.Immutable;
using Infra.Settings;
using Pulumi;
using Pulumi.Aws.Cognito;
using Pulumi.Aws.Cognito.Inputs;
using Pulumi.Aws.Lambda;

namespace Infra.Identity;

/// <summary>Ties functions to a pool: it names them, and each lets this pool call it.</summary>
internal static class PoolTriggers
{
    /// <summary>What the pool says of its functions; nothing without any.</summary>
    public static UserPoolLambdaConfigArgs? Config(ImmutableSortedDictionary<PoolTrigger, Input<string>> triggers)
    {
        if (triggers.IsEmpty)
            return null;
        var config = new UserPoolLambdaConfigArgs();
        foreach (var (trigger, arn) in triggers)
            Set(config, trigger, arn);
        return config;
    }

    /// <summary>Lets the pool, and no other, call the functions.</summary>
    public static void Permit(
        string name,
        ImmutableSortedDictionary<PoolTrigger, Input<string>> triggers,
        UserPool pool,
        Resource parent
    )
    {
        foreach (var (trigger, arn) in triggers)
            _ = new Permission(
                $"{name}-{Word.Of(trigger)}-permission",
                new()
                {
                    Action = "lambda:InvokeFunction",
                    Function = arn,
                    Principal = "cognito-idp.amazonaws.com",
                    SourceArn = pool.Arn,
                },
                new() { Parent = parent }
            );
    }

    private static void Set(UserPoolLambdaConfigArgs config, PoolTrigger trigger, Input<string> arn)
    {
        switch (trigger)
        {
            case PoolTrigger.PreSignUp:
                config.PreSignUp = arn;
                break;
            case PoolTrigger.PostConfirmation:
                config.PostConfirmation = arn;
                break;
            case PoolTrigger.PreAuthentication:
                config.PreAuthentication = arn;
                break;
            case PoolTrigger.PostAuthentication:
                config.PostAuthentication = arn;
                break;
            case PoolTrigger.IdTokenGeneration:
                config.PreTokenGenerationConfig = Generation(arn, "V1_0");
                break;
            case PoolTrigger.AccessTokenGeneration:
                config.PreTokenGenerationConfig = Generation(arn, "V2_0");
                break;
            case PoolTrigger.CustomMessage:
                config.CustomMessage = arn;
                break;
            case PoolTrigger.UserMigration:
                config.UserMigration = arn;
                break;
            case PoolTrigger.DefineAuthChallenge:
                config.DefineAuthChallenge = arn;
                break;
            case PoolTrigger.CreateAuthChallenge:
                config.CreateAuthChallenge = arn;
                break;
            case PoolTrigger.VerifyAuthChallenge:
                config.VerifyAuthChallengeResponse = arn;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "unknown trigger");
        }
    }

    private static UserPoolLambdaConfigPreTokenGenerationConfigArgs Generation(Input<string> arn, string version) =>
        new() { LambdaArn = arn, LambdaVersion = version };
}
