using Infra.Policies;
using Infra.Security;
using Pulumi;
using Pulumi.Aws.Iam;

namespace Infra.Data;

/// <summary>The role in which RDS Proxy signs in to the database: it reads one secret, or connects as one user.</summary>
internal sealed class ProxyRole : ComponentResource
{
    /// <summary>The ARN, once the role may do what it is for.</summary>
    public Output<string> Arn { get; }

    internal ProxyRole(string name, DatabaseProxyArgs args, ComponentResourceOptions options)
        : base("idp:data:ProxyRole", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var (context, label) = (args.Context, args.Context.Label);
        var role = new Role(
            $"{name}-iam",
            new()
            {
                Name = label.Role(args.Role),
                Description = "Signs in to the database for the proxy",
                AssumeRolePolicy = Trust(),
                Tags = label.NameTag(args.Role),
            },
            child
        );
        var policy = new RolePolicy($"{name}-policy", new() { Role = role.Id, Policy = Rights(args) }, child);
        Arn = Output.Tuple(role.Arn, policy.Id).Apply(made => made.Item1);
        RegisterOutputs();
    }

    private static Output<string> Rights(DatabaseProxyArgs args)
    {
        var context = args.Context;
        return args is { Auth: ProxyAuth.Iam, DatabaseResourceId: { } database }
            ? database
                .ToOutput()
                .Apply(id =>
                    PolicyDocument.Of(
                        new Statement("ConnectToDatabase")
                        {
                            Actions = ["rds-db:connect"],
                            Resources = [context.Arn("rds-db", $"dbuser:{id}/{args.User}")],
                        }
                    )
                )
            : Output
                .Tuple(args.KeyArn, args.SecretArn!)
                .Apply(arns => PolicyDocument.Of(SecretReadPolicy.Statements(context, arns.Item1, [arns.Item2])));
    }

    // Without conditions on the source: RDS documents none for roles of proxies, and a proxy that cannot take its role reaches no database.
    private static string Trust() =>
        PolicyDocument.Of(
            new Statement("ServiceTakesRole")
            {
                Principal = Principal.Services("rds.amazonaws.com"),
                Actions = ["sts:AssumeRole"],
                Resources = [],
            }
        );
}
