using System.Collections.Immutable;
using Engine.Model;
using Engine.Planning;
using Engine.Values;
using Review.Drawing.Layouts;
using Review.Drawing.Writing;
using Review.Model;
using Review.Model.Aws;

namespace Review.Drawing;

/// <summary>Draws a made-up stack once, so that the code is compiled when the real one is there. The command does it on the second processor while its program runs.</summary>
public static class PictureWarmUp
{
    private static readonly string[] Types =
    [
        Routes.Vpc,
        Routes.Subnet,
        Routes.Nat,
        Databases.Instance,
        Tokens.LoadBalancer,
        Tokens.LogGroup,
        Tokens.Key,
        Tokens.MetricAlarm,
        Tokens.Topic,
    ];

    // One picture a process is enough.
    private static readonly Lazy<Task> Once = new(() => Task.Run(Run));

    /// <summary>Does it on another thread, the first time that it is asked.</summary>
    public static Task StartAsync() => Once.Value;

    private static void Run()
    {
        var picture = Picture.Of(
            StackModel.Of(
                new Plan
                {
                    Project = "a",
                    Stack = "b",
                    Steps =
                    [
                        .. Types
                            .Select(State)
                            .Select(state => new PlanStep
                            {
                                Op = StepOp.Create,
                                Urn = state.Urn,
                                New = state,
                            }),
                    ],
                }
            )
        );
        _ = SvgWriter.Write(picture, Layout.Of(picture), Theme.Auto);
    }

    // Each lies in the VPC and its subnet, and alarms tell the topic.
    private static ResourceState State(string type) =>
        new()
        {
            Urn = Urns.Create("b", "a", null, type, "c"),
            Type = type,
            Custom = true,
            Id = new Reference(type, "c", "id").ToString(),
            Inputs = new ObjectValue(
                ImmutableSortedDictionary
                    .Create<string, PropertyValue>(StringComparer.Ordinal)
                    .Add("availabilityZone", new StringValue("a"))
                    .Add("cidrBlock", new StringValue("10.0.0.0/16"))
                    .Add("vpcId", Link(Routes.Vpc))
                    .Add("subnetId", Link(Routes.Subnet))
                    .Add("subnets", new ArrayValue([Link(Routes.Subnet)]))
                    .Add("kmsKeyId", Link(Tokens.Key))
                    .Add("alarmActions", new ArrayValue([Link(Tokens.Topic)]))
            ),
        };

    private static StringValue Link(string type) => new(new Reference(type, "c", "id").ToString());
}
