namespace Packages.Tests.Shapes;

/// <summary>The facts say what the official C# files say: lines read in their sources, one of each kind.</summary>
public sealed class FactsTests
{
    [TestCase(
        "Pulumi.Aws",
        "Pulumi.Aws.Iam.RolePolicyAttachment : class extends Pulumi.CustomResource [ResourceType(aws:iam/rolePolicyAttachment:RolePolicyAttachment, 7.48.0)]"
    )]
    [TestCase(
        "Pulumi.Aws",
        "Pulumi.Aws.Iam.RolePolicyAttachment.ctor : public RolePolicyAttachment(string name, Pulumi.Aws.Iam.RolePolicyAttachmentArgs args, Pulumi.CustomResourceOptions? options = null)"
    )]
    [TestCase(
        "Pulumi.Aws",
        "Pulumi.Aws.Iam.RolePolicyAttachment.Get(string name, Pulumi.Input<string> id, Pulumi.Aws.Iam.RolePolicyAttachmentState? state = null, Pulumi.CustomResourceOptions? options = null) : public static Pulumi.Aws.Iam.RolePolicyAttachment"
    )]
    [TestCase(
        "Pulumi.Aws",
        "Pulumi.Aws.Iam.RolePolicyAttachment.PolicyArn : public Pulumi.Output<string> PolicyArn { get; } [Output(policyArn)]"
    )]
    [TestCase("Pulumi.Aws", "Pulumi.Aws.Iam.RolePolicyAttachmentArgs : sealed class extends Pulumi.ResourceArgs")]
    [TestCase(
        "Pulumi.Aws",
        "Pulumi.Aws.Iam.RolePolicyAttachmentArgs.PolicyArn : public Pulumi.Input<string> PolicyArn { get; set; } [Input(policyArn, True, False)]"
    )]
    [TestCase(
        "Pulumi.Aws",
        "Pulumi.Aws.Iam.RolePolicyAttachmentArgs.Empty : public static Pulumi.Aws.Iam.RolePolicyAttachmentArgs Empty { get; }"
    )]
    [TestCase(
        "Pulumi.Aws",
        "Pulumi.Aws.Iam.RolePolicyAttachmentState.PolicyArn : public Pulumi.Input<string>? PolicyArn { get; set; } [Input(policyArn, False, False)]"
    )]
    [TestCase(
        "Pulumi.Aws",
        "Pulumi.Aws.Ec2.ProtocolType : readonly struct extends System.IEquatable<Pulumi.Aws.Ec2.ProtocolType> [EnumType]"
    )]
    [TestCase(
        "Pulumi.Random",
        "Pulumi.Random.RandomPassword : class extends Pulumi.CustomResource [ResourceType(random:index/randomPassword:RandomPassword, 4.21.2)]"
    )]
    [TestCase(
        "Pulumi.Awsx",
        "Pulumi.Awsx.Ecr.Repository : class extends Pulumi.ComponentResource [ResourceType(awsx:ecr:Repository, 3.9.0)]"
    )]
    public void A_line(string package, string line) => Assert.That(OfficialPackages.Facts(package), Does.Contain(line));

    [TestCase("aws")]
    [TestCase("awsx")]
    [TestCase("random")]
    public void Every_resource_and_function_of_the_list_is_built(string package)
    {
        var schema = PackageSchema.Load(package);
        var built = OfficialPackages.Built(schema.Root).GetExportedTypes().Select(type => type.FullName).ToHashSet();

        Assert.That(
            PackageSchema
                .Tokens(package)
                .Select(token => $"{schema.NamespaceOf(token)}.{PackageSchema.ClassOf(token)}")
                .Where(type => !built.Contains(type)),
            Is.Empty
        );
    }
}
