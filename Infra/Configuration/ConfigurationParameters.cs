using System.Collections.Immutable;
using Infra.Settings;
using Infra.Validation;
using Pulumi;
using Pulumi.Aws.Ssm;

namespace Infra.Configuration;

/// <summary>
/// What an application reads when it starts, as a tree of Parameter Store: where its database and its user pool are, and, encrypted, how it
/// signs in there.
/// </summary>
internal sealed class ConfigurationParameters : ComponentResource
{
    /// <summary>The root, without a slash at the end.</summary>
    public string Root { get; }

    /// <summary>The ARN of each by its path, known before anything is deployed; who takes it waits for the parameter all the same.</summary>
    public ImmutableSortedDictionary<string, Output<string>> Arns { get; }

    /// <summary>Makes the parameters.</summary>
    public ConfigurationParameters(string name, ConfigurationParametersArgs args, ComponentResourceOptions? options = null)
        : base("idp:configuration:ConfigurationParameters", name, options)
    {
        args.Validate().ThrowIfAny(this);
        Root = args.Context.Label.ParameterRoot;
        Arns = args.Parameters.ToImmutableSortedDictionary(
            parameter => parameter.Path,
            parameter => Make(name, parameter, args).Apply(_ => ArnOf(args.Context, parameter.Path)),
            StringComparer.Ordinal
        );
        RegisterOutputs(new Dictionary<string, object?> { ["root"] = Root });
    }

    /// <summary>The name of a parameter: <c>/web-platform/dev/app/env</c>.</summary>
    public static string NameOf(StackContext context, string path) => $"{context.Label.ParameterRoot}/{path}";

    /// <summary>Its ARN.</summary>
    public static string ArnOf(StackContext context, string path) => context.Arn("ssm", $"parameter{NameOf(context, path)}");

    private Output<string> Make(string name, ConfigurationParameter parameter, ConfigurationParametersArgs args)
    {
        var made = new ParameterArgs
        {
            Name = NameOf(args.Context, parameter.Path),
            Description = parameter.Description,
            Type = parameter.Secure ? "SecureString" : "String",
            Tier = "Standard", // free, 4 KiB
            Tags = args.Context.Label.NameTag(parameter.Path),
        };
        if (parameter.Secure)
        {
            made.KeyId = args.KeyArn;
            // Not valueWo: it is written only when its version rises, and a client that is replaced would leave its old secret here. This one
            // is secret from the moment it exists, so the state holds it encrypted.
            made.Value = Output.CreateSecret(parameter.Value.ToOutput());
        }
        else
            made.InsecureValue = parameter.Value; // value would be hidden in every plan
        return new Parameter($"{name}-{parameter.Path.Replace('/', '-')}", made, new() { Parent = this }).Name;
    }
}
