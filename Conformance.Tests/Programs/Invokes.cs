using Pulumi;
using Pulumi.Aws;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Iam.Inputs;
using Pulumi.Random;

namespace Conformance.Tests.Programs;

internal static class Invokes
{
    public static Task<int> RunAsync() => Deployment.RunAsync(DefineAsync);

    private static async Task<IDictionary<string, object?>> DefineAsync()
    {
        var west = new Pulumi.Aws.Provider("west", new() { Region = "us-west-2" });
        var identity = await GetCallerIdentity.InvokeAsync();
        var region = await GetRegion.InvokeAsync(options: new() { Provider = west });
        var document = await GetPolicyDocument.InvokeAsync(
            new()
            {
                Statements =
                [
                    new GetPolicyDocumentStatementArgs
                    {
                        Sid = "Assume",
                        Actions = ["sts:AssumeRole"],
                        Principals =
                        [
                            new GetPolicyDocumentStatementPrincipalArgs
                            {
                                Type = "Service",
                                Identifiers = ["ecs-tasks.amazonaws.com"],
                            },
                        ],
                        Conditions =
                        [
                            new GetPolicyDocumentStatementConditionArgs
                            {
                                Test = "StringEquals",
                                Variable = "aws:SourceAccount",
                                Values = [identity.AccountId],
                            },
                        ],
                    },
                ],
            }
        );
        var pet = new RandomPet("pet", new() { Prefix = identity.AccountId, Separator = region.Region });
        var unknown = GetPolicyDocument.Invoke(new() { Statements = { Statement(pet.Id) } });
        GetPolicyDocument.Invoke(new() { Statements = { Statement(Output.CreateSecret("arn:aws:s3:::hidden/*")) } });
        var account = GetCallerIdentity.Invoke().Apply(result => result.AccountId);
        new RandomPet("from-output", new() { Prefix = GetRegion.Invoke().Apply(result => result.Region), Separator = account });
        new RandomPet("from-unknown", new() { Prefix = unknown.Apply(result => result.Json) });
        return new Dictionary<string, object?> { ["document"] = document.Json };
    }

    private static GetPolicyDocumentStatementInputArgs Statement(Input<string> resource) =>
        new() { Actions = { "s3:GetObject" }, Resources = { resource } };
}
