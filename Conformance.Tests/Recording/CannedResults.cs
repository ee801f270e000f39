using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace Conformance.Tests.Recording;

/// <summary>What the cloud and other stacks answer in a pretended deployment.</summary>
internal static class CannedResults
{
    private const string Account = "111111111111";

    public static Struct Of(ResourceInvokeRequest invoke) =>
        invoke.Tok switch
        {
            "aws:index/getCallerIdentity:getCallerIdentity" => Map(
                ("accountId", Account),
                ("arn", "arn"),
                ("id", Account),
                ("userId", "U")
            ),
            "aws:index/getRegion:getRegion" => Map(
                ("region", "eu-west-1"),
                ("name", "eu-west-1"),
                ("id", "eu-west-1"),
                ("description", "Europe")
            ),
            // The arguments come back in the result, so that what an Output of them becomes is compared too.
            "aws:iam/getPolicyDocument:getPolicyDocument" => Map(
                ("json", WireText.Of(Value.ForStruct(invoke.Args))),
                ("minifiedJson", "{}"),
                ("id", "1")
            ),
            "pulumi:pulumi:getResource" => Existing(invoke.Args.Fields["urn"].StringValue),
            _ => new Struct(),
        };

    private static Struct Existing(string urn)
    {
        var resource = Map(("urn", urn), ("id", "id"));
        resource.Fields["state"] = Value.ForStruct(new Struct());
        return resource;
    }

    public static Struct ReferencedStack(string name)
    {
        var outputs = Map(("vpcId", "vpc-1"), ("zone", "example.com"));
        outputs.Fields["token"] = Deployed.Secret(Value.ForString("canary"));
        outputs.Fields["subnets"] = Value.ForList(Value.ForString("subnet-1"), Value.ForString("subnet-2"));
        var state = Map(("name", name));
        state.Fields["outputs"] = Value.ForStruct(outputs);
        state.Fields["secretOutputNames"] = Value.ForList(Value.ForString("token"));
        return state;
    }

    private static Struct Map(params (string Key, string Value)[] fields)
    {
        var map = new Struct();
        foreach (var (key, value) in fields)
            map.Fields[key] = Value.ForString(value);
        return map;
    }
}
