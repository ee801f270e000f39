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

    // Each lies in the VPC and its subnet, and alarms tell the topic.
    private static void Run()
    {
        var picture = Picture.Of(
            MadeUpStack.Of(
                Types,
                config: null,
                ("availabilityZone", new StringValue("a")),
                ("cidrBlock", new StringValue("10.0.0.0/16")),
                ("vpcId", MadeUpStack.Link(Routes.Vpc)),
                ("subnetId", MadeUpStack.Link(Routes.Subnet)),
                ("subnets", new ArrayValue([MadeUpStack.Link(Routes.Subnet)])),
                ("kmsKeyId", MadeUpStack.Link(Tokens.Key)),
                ("alarmActions", new ArrayValue([MadeUpStack.Link(Tokens.Topic)]))
            )
        );
        _ = SvgWriter.Write(picture, Layout.Of(picture), Theme.Auto);
    }
}
