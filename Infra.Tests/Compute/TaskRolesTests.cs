using Infra.Compute;
using Infra.Tests.Policies;

namespace Infra.Tests.Compute;

public sealed class TaskRolesTests
{
    private const string RolePolicy = "aws:iam/rolePolicy:RolePolicy";
    private const string Root = "arn:aws:ssm:ap-northeast-1:111111111111:parameter/idp-server/prod";

    [Test]
    public async Task Containers_that_read_parameters_themselves_may_read_those_of_the_stack_and_decrypt_nothing_else()
    {
        var run = await BridgeCase.RunAsync(BridgeCase.Args() with { ReadsParameters = true, Exec = ExecMode.Off });

        var statements = PolicyReading.Statements(OfContainers(run)!.Inputs["policy"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(statements.Keys, Is.EquivalentTo(new[] { "ReadParameters", "DecryptParameters" }));
            Assert.That(statements["ReadParameters"].Texts("Resource"), Is.EqualTo(new[] { Root, $"{Root}/*" }));
            Assert.That(statements["DecryptParameters"].Texts("Resource"), Is.EqualTo(new[] { "arn:key" }));
            Assert.That(
                statements["DecryptParameters"].Texts("Condition", "StringLike", "kms:EncryptionContext:PARAMETER_ARN"),
                Is.EqualTo(new[] { $"{Root}/*" })
            );
            Assert.That(
                statements["DecryptParameters"].Texts("Condition", "StringEquals", "kms:ViaService"),
                Is.EqualTo(new[] { "ssm.ap-northeast-1.amazonaws.com" })
            );
        }
    }

    [Test]
    public async Task Containers_that_do_nothing_on_AWS_wear_no_role()
    {
        BridgeService? service = null;
        var run = await Sandbox.RunAsync(() =>
            service = new BridgeService("web", BridgeCase.Args() with { Exec = ExecMode.Off })
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(OfContainers(run), Is.Null);
            Assert.That(service!.TaskRoleArns, Has.One.EndsWith("-execution-role"));
        }
    }

    [Test]
    public async Task Whoever_passes_the_roles_finds_both_by_their_literal_names()
    {
        BridgeService? service = null;
        var run = await Sandbox.RunAsync(() =>
            service = new BridgeService("web", BridgeCase.Args() with { ReadsParameters = true })
        );

        Assert.That(
            service!.TaskRoleArns.Select(arn => arn.Split('/')[^1]),
            Is.EquivalentTo(run.All("aws:iam/role:Role").Select(role => role.Inputs["name"]))
        );
    }

    private static Pulumi.Testing.MockResourceArgs? OfContainers(Sandbox run) =>
        run.All(RolePolicy).SingleOrDefault(policy => !policy.Name!.Contains("execution", StringComparison.Ordinal));
}
