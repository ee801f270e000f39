using System.Text.RegularExpressions;
using Engine.Planning;
using Engine.Schemas;

namespace Engine.Tests.Planning;

public sealed partial class SetListsTests
{
    // Lists of the stacks that mean something in another order, or hold one element at most.
    private const string Ordered = """
        aws:cloudfront/distribution:Distribution orderedCacheBehaviors
        aws:cloudwatch/logDelivery:LogDelivery recordFields
        aws:cloudwatch/queryDefinition:QueryDefinition logGroupNames
        aws:codedeploy/deploymentGroup:DeploymentGroup loadBalancerInfo.targetGroupPairInfo.targetGroups
        aws:cognito/logDeliveryConfiguration:LogDeliveryConfiguration logConfigurations
        aws:budgets/budget:Budget costFilters.values
        aws:costexplorer/anomalySubscription:AnomalySubscription monitorArnLists
        aws:costexplorer/anomalySubscription:AnomalySubscription thresholdExpression.ands
        aws:ec2/launchTemplate:LaunchTemplate blockDeviceMappings
        aws:ec2/launchTemplate:LaunchTemplate tagSpecifications
        aws:ecr/repository:Repository encryptionConfigurations
        aws:ecs/service:Service orderedPlacementStrategies
        aws:lambda/function:Function architectures
        aws:lb/listener:Listener defaultActions
        aws:lb/listenerRule:ListenerRule actions
        aws:route53/record:Record aliases
        aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration rules
        aws:servicediscovery/service:Service dnsConfig.dnsRecords
        aws:sesv2/configurationSet:ConfigurationSet suppressionOptions.suppressedReasons
        aws:wafv2/webAcl:WebAcl dataProtectionConfig.dataProtections
        aws:wafv2/webAcl:WebAcl dataProtectionConfig.dataProtections.field.fieldKeys
        aws:wafv2/webAcl:WebAcl rules.statement.managedRuleGroupStatement.ruleActionOverrides
        aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration redactedFields
        """;

    [Test]
    public void Every_list_of_the_stacks_is_either_a_set_or_known_to_be_ordered()
    {
        var ordered = Ordered.Split('\n').Select(row => row.Split(' ')).ToHashSet(new Rows());
        var undecided = Lists()
            .Where(list => !SetLists.Contains(list.Type, list.Path) && !ordered.Contains([list.Type, list.Path]))
            .Select(list => $"{list.Type} {list.Path}");

        Assert.That(undecided.Distinct(), Is.Empty);
    }

    [Test]
    public void No_list_is_both_a_set_and_ordered() =>
        Assert.That(Ordered.Split('\n').Select(row => row.Split(' ')).Where(row => SetLists.Contains(row[0], row[1])), Is.Empty);

    [Test]
    public void Every_row_names_a_type_and_inputs_that_exist()
    {
        var unknown =
            from row in SetLists.Rows
            let inputs = SchemaLibrary.Default.Resource(row.Key)?.Inputs
            from path in row.Value
            let top = path.Split('.')[0]
            where inputs is null || (top != "*" && !inputs.ContainsKey(top))
            select $"{row.Key} {path}";

        Assert.That(unknown, Is.Empty);
    }

    [TestCase("aws:rds/instance:Instance", "vpcSecurityGroupIds", ExpectedResult = true)]
    [TestCase("aws:rds/instance:Instance", "vpcSecurityGroupIdsToo", ExpectedResult = false)]
    [TestCase("aws:ec2/subnet:Subnet", "vpcSecurityGroupIds", ExpectedResult = false)]
    [TestCase("aws:cloudfront/distribution:Distribution", "orderedCacheBehaviors[3].allowedMethods", ExpectedResult = true)]
    [TestCase("aws:cloudfront/distribution:Distribution", "orderedCacheBehaviors", ExpectedResult = false)]
    [TestCase("aws:wafv2/webAcl:WebAcl", "rules[0].statement.byteMatchStatement.textTransformations", ExpectedResult = true)]
    [TestCase("aws:lb/listenerRule:ListenerRule", "actions", ExpectedResult = false)]
    public bool A_path_is_found_whatever_items_it_leads_through(string type, string path) => SetLists.Contains(type, path);

    // The goldens of the stacks: a list is written as items that begin with "-:" below its name.
    private static IEnumerable<(string Type, string Path)> Lists()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Root(), "Infra.Tests", "Stacks"), "*.verified.txt"))
        {
            var type = "";
            var above = new Stack<(int Indent, string Key)>();
            foreach (var line in File.ReadLines(file))
            {
                var text = line.TrimStart();
                var indent = line.Length - text.Length;
                if (Head().Match(text) is { Success: true } head)
                {
                    type = head.Groups[1].Value;
                    above.Clear();
                    continue;
                }
                while (above.TryPeek(out var last) && last.Indent >= indent)
                    above.Pop();
                if (text.StartsWith("-:", StringComparison.Ordinal))
                {
                    if (type.StartsWith("aws:", StringComparison.Ordinal))
                        yield return (type, string.Join('.', above.Reverse().Select(it => it.Key).Where(key => key != "-")));
                    above.Push((indent, "-"));
                }
                else if (text.IndexOf(':') is > 0 and var colon)
                    above.Push((indent, text[..colon]));
            }
        }
    }

    private static string Root()
    {
        var folder = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(Path.Combine(folder, "idp-infra.slnx")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    [GeneratedRegex(@"^([a-z]+:[\w/.-]+:\w+) \S+")]
    private static partial Regex Head();

    private sealed class Rows : IEqualityComparer<string[]>
    {
        public bool Equals(string[]? x, string[]? y) => x!.SequenceEqual(y!);

        public int GetHashCode(string[] row) => string.GetHashCode(row[^1], StringComparison.Ordinal);
    }
}
