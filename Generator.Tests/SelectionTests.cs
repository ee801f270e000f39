using FsCheck;
using FsCheck.Fluent;
using Generator.Schema;
using Generator.Tests.Support;
using Microsoft.CodeAnalysis.Text;

namespace Generator.Tests;

/// <summary>What a list of tokens leaves in.</summary>
public sealed class SelectionTests
{
    private static readonly string[] All =
    [
        .. new TokenList(new SchemaFile("", SchemaRole.Tokens, SourceText.From(File.ReadAllText(ListFile)))).Entries.Select(e =>
            e.Token
        ),
    ];

    private static string ListFile => Path.Combine(TestContext.CurrentContext.TestDirectory, "schemas", "aws.tokens.txt");

    [Test]
    public void Only_what_is_listed_and_what_it_reaches_is_generated()
    {
        var run = Generation.Of(SchemaText.Real("aws"), SchemaText.Tokens("aws:iam/rolePolicyAttachment:RolePolicyAttachment"));

        Assert.That(
            run.FileNames,
            Is.EquivalentTo([
                "Pulumi.Aws.Utilities.g.cs",
                "Pulumi.Aws.Provider.g.cs",
                "Pulumi.Aws.Inputs.g.cs",
                "Pulumi.Aws.Iam.RolePolicyAttachment.g.cs",
                // The attachment may be given the role itself, which has types of its own.
                "Pulumi.Aws.Iam.Role.g.cs",
                "Pulumi.Aws.Iam.Inputs.g.cs",
                "Pulumi.Aws.Iam.Outputs.g.cs",
                "Pulumi.Aws.Iam.Enums.g.cs",
            ])
        );
    }

    [Test]
    public void A_type_has_only_the_classes_that_something_uses()
    {
        var run = Generation.Of(
            SchemaText.Package(
                """
                {"name":"test","version":"1.0.0",
                "types":{
                "test:a:In":{"type":"object"},"test:a:Out":{"type":"object"},"test:a:State":{"type":"object"},"test:a:None":{"type":"object"}},
                "resources":{"test:a:B":{
                "inputProperties":{"x":{"$ref":"#/types/test:a:In"}},"properties":{"x":{"$ref":"#/types/test:a:Out"}},
                "stateInputs":{"properties":{"x":{"$ref":"#/types/test:a:State"}}}}}}
                """
            )
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Classes("Pulumi.Test.A.Inputs"), Is.EqualTo(["InArgs", "StateGetArgs"]));
            Assert.That(Classes("Pulumi.Test.A.Outputs"), Is.EqualTo(["Out"]));
        }

        IEnumerable<string> Classes(string file) =>
            run[file].Split("public sealed class ").Skip(1).Select(text => text.Split(' ', '\n')[0]);
    }

    [Test]
    public void Any_choice_of_tokens_is_generated_without_a_problem_the_same_way_twice_and_compiles()
    {
        var choices = Gen.Elements(All).NonEmptyListOf().Select(tokens => tokens.Take(4).ToArray()).ToArbitrary();
        Check.One(
            FsCheck.Config.QuickThrowOnFailure.WithMaxTest(8),
            Prop.ForAll(
                choices,
                tokens =>
                {
                    var run = Generation.Of(SchemaText.Real("aws"), SchemaText.Tokens(tokens));
                    var again = Generation.Of(SchemaText.Real("aws"), SchemaText.Tokens(tokens));
                    var isSame = run
                        .Result.GeneratedSources.Select(s => s.SourceText.ToString())
                        .SequenceEqual(again.Result.GeneratedSources.Select(s => s.SourceText.ToString()));
                    return isSame && !run.Problems.Any() && !run.CompilerProblems.Any();
                }
            )
        );
    }
}
