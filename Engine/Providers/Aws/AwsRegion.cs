namespace Engine.Providers.Aws;

/// <summary>What everybody knows of a region: its partition, the place it is named after, its usual zones, the account of its load balancers.</summary>
internal sealed record AwsRegion(string Name, string Place, string ZoneLetters, string? LoadBalancerAccount)
{
    // Zones are those new accounts see; an account may be shown others, so a stack can say which.
    private static readonly Dictionary<string, AwsRegion> Known = new AwsRegion[]
    {
        new("af-south-1", "Africa (Cape Town)", "abc", "098369216593"),
        new("ap-east-1", "Asia Pacific (Hong Kong)", "abc", "754344448648"),
        new("ap-northeast-1", "Asia Pacific (Tokyo)", "acd", "582318560864"),
        new("ap-northeast-2", "Asia Pacific (Seoul)", "abcd", "600734575887"),
        new("ap-northeast-3", "Asia Pacific (Osaka)", "abc", "383597477331"),
        new("ap-south-1", "Asia Pacific (Mumbai)", "abc", "718504428378"),
        new("ap-south-2", "Asia Pacific (Hyderabad)", "abc", null),
        new("ap-southeast-1", "Asia Pacific (Singapore)", "abc", "114774131450"),
        new("ap-southeast-2", "Asia Pacific (Sydney)", "abc", "783225319266"),
        new("ap-southeast-3", "Asia Pacific (Jakarta)", "abc", "589379963580"),
        new("ap-southeast-4", "Asia Pacific (Melbourne)", "abc", null),
        new("ca-central-1", "Canada (Central)", "abd", "985666609251"),
        new("ca-west-1", "Canada West (Calgary)", "abc", null),
        new("cn-north-1", "China (Beijing)", "abc", "638102146993"),
        new("cn-northwest-1", "China (Ningxia)", "abc", "037604701340"),
        new("eu-central-1", "Europe (Frankfurt)", "abc", "054676820928"),
        new("eu-central-2", "Europe (Zurich)", "abc", null),
        new("eu-north-1", "Europe (Stockholm)", "abc", "897822967062"),
        new("eu-south-1", "Europe (Milan)", "abc", "635631232127"),
        new("eu-south-2", "Europe (Spain)", "abc", null),
        new("eu-west-1", "Europe (Ireland)", "abc", "156460612806"),
        new("eu-west-2", "Europe (London)", "abc", "652711504416"),
        new("eu-west-3", "Europe (Paris)", "abc", "009996457667"),
        new("il-central-1", "Israel (Tel Aviv)", "abc", null),
        new("me-central-1", "Middle East (UAE)", "abc", null),
        new("me-south-1", "Middle East (Bahrain)", "abc", "076674570225"),
        new("sa-east-1", "South America (Sao Paulo)", "abc", "507241528517"),
        new("us-east-1", "US East (N. Virginia)", "abcdef", "127311923021"),
        new("us-east-2", "US East (Ohio)", "abc", "033677994240"),
        new("us-gov-east-1", "AWS GovCloud (US-East)", "abc", "190560391635"),
        new("us-gov-west-1", "AWS GovCloud (US-West)", "abc", "048591011584"),
        new("us-west-1", "US West (N. California)", "ac", "027434742980"),
        new("us-west-2", "US West (Oregon)", "abcd", "797873946194"),
    }.ToDictionary(region => region.Name, StringComparer.Ordinal);

    public string Partition =>
        Name.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn"
        : Name.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov"
        : "aws";

    public string DnsSuffix => Partition == "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";

    public string ReverseDnsPrefix => Partition == "aws-cn" ? "cn.com.amazonaws" : "com.amazonaws";

    public IEnumerable<string> Zones => ZoneLetters.Select(letter => $"{Name}{letter}");

    /// <summary>The region of a name; one that is not in the table has three zones and no load balancer account.</summary>
    public static AwsRegion Of(string name) => Known.GetValueOrDefault(name) ?? new AwsRegion(name, name, "abc", null);

    /// <summary>The beginning of zone ids, for example <c>apne1</c>.</summary>
    public string ZoneIdPrefix()
    {
        var parts = Name.Split('-');
        var middle = string.Concat(
            parts[1..^1]
                .Select(word =>
                    word switch
                    {
                        "northeast" => "ne",
                        "northwest" => "nw",
                        "southeast" => "se",
                        "southwest" => "sw",
                        _ => word[..1],
                    }
                )
        );
        return $"{parts[0]}{middle}{parts[^1]}";
    }
}
