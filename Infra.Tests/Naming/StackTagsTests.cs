using System.Collections.Immutable;
using Infra.Naming;
using Infra.Settings;

namespace Infra.Tests.Naming;

public sealed class StackTagsTests
{
    [TestCase("prod", "production"), TestCase("staging", "staging"), TestCase("dev", "dev")]
    public void Every_resource_says_what_it_belongs_to(string stack, string environment)
    {
        var context = new StackContext
        {
            System = "idp-server",
            Environment = (StackEnvironment)Word.Parse(typeof(StackEnvironment), stack)!,
            Stack = stack,
            Region = "ap-northeast-1",
            AccountId = "111111111111",
        };

        var tags = StackTags.For(context, "me", "us", ImmutableSortedDictionary<string, string>.Empty.Add("Team", "x"));

        Assert.That(
            tags.Select(tag => $"{tag.Key}={tag.Value}"),
            Is.EquivalentTo(
                new[]
                {
                    $"Environment={environment}",
                    "Project=idp-server",
                    "ManagedBy=pulumi",
                    $"Stack={stack}",
                    "Owner=me",
                    "CostCenter=us",
                    "Team=x",
                }
            )
        );
    }
}
