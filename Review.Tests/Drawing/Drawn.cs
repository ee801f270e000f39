using System.Collections.Concurrent;
using System.Collections.Immutable;
using Review.Drawing;
using Review.Drawing.Layouts;
using Review.Model;
using Review.Tests.Stacks;

namespace Review.Tests.Drawing;

/// <summary>Pictures of the stacks of this repository, each read once, and of small ones.</summary>
internal static class Drawn
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<(Picture Picture, Layout Layout)>>> Known = new();

    public static ImmutableArray<string> Stacks() => RealStacks.Names;

    public static Task<(Picture Picture, Layout Layout)> Real(string stack) =>
        Known
            .GetOrAdd(
                stack,
                name =>
                    new(async () =>
                    {
                        var picture = Picture.Of(StackModel.Of(await RealStacks.ReviewedAsync(name)));
                        return (picture, Layout.Of(picture));
                    })
            )
            .Value;

    public static Picture Of(string lines) => Picture.Of(StackText.Of(lines).Model());

    /// <summary>Each card and box as <c>box/name title</c>.</summary>
    public static IEnumerable<string> Told(Picture picture) =>
        picture.Nodes.Where(node => node.Kind != NodeKind.Stack).Select(node => $"{node.Parent}/{node.Key} {node.Title}");

    public static IEnumerable<string> Lines(Picture picture) =>
        picture.Edges.Select(edge => $"{edge.From} {edge.Kind} {edge.To} {edge.Label}".TrimEnd());

    /// <summary>A VPC with public, private and data subnets in two zones.</summary>
    public const string Network = """
        aws:ec2/vpc:Vpc main {"cidrBlock": "10.0.0.0/16"}
        aws:ec2/internetGateway:InternetGateway igw {"vpcId": "@main.id"}
        aws:ec2/routeTable:RouteTable out {"vpcId": "@main.id"}
        aws:ec2/route:Route default {"routeTableId": "@out.id", "destinationCidrBlock": "0.0.0.0/0", "gatewayId": "@igw.id"}
        aws:ec2/subnet:Subnet front-a {"vpcId": "@main.id", "cidrBlock": "10.0.1.0/24", "availabilityZone": "x-1a"}
        aws:ec2/subnet:Subnet front-c {"vpcId": "@main.id", "cidrBlock": "10.0.2.0/24", "availabilityZone": "x-1c"}
        aws:ec2/subnet:Subnet app-a {"vpcId": "@main.id", "cidrBlock": "10.0.3.0/24", "availabilityZone": "x-1a"}
        aws:ec2/subnet:Subnet app-c {"vpcId": "@main.id", "cidrBlock": "10.0.4.0/24", "availabilityZone": "x-1c"}
        aws:ec2/subnet:Subnet db-a {"vpcId": "@main.id", "cidrBlock": "10.0.5.0/24", "availabilityZone": "x-1a"}
        aws:ec2/subnet:Subnet db-c {"vpcId": "@main.id", "cidrBlock": "10.0.6.0/24", "availabilityZone": "x-1c"}
        aws:ec2/routeTableAssociation:RouteTableAssociation front-a-out {"subnetId": "@front-a.id", "routeTableId": "@out.id"}
        aws:ec2/routeTableAssociation:RouteTableAssociation front-c-out {"subnetId": "@front-c.id", "routeTableId": "@out.id"}

        """;

    /// <summary>In it a load balancer, a service and a database with its standby.</summary>
    public const string Service =
        Network
        + """
            aws:ec2/securityGroup:SecurityGroup alb-sg {"vpcId": "@main.id", "ingress": [{"protocol": "tcp", "fromPort": 443, "toPort": 443, "cidrBlocks": ["0.0.0.0/0"]}]}
            aws:ec2/securityGroup:SecurityGroup app-sg {"vpcId": "@main.id"}
            aws:ec2/securityGroup:SecurityGroup db-sg {"vpcId": "@main.id"}
            aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule app-in {"securityGroupId": "@app-sg.id", "referencedSecurityGroupId": "@alb-sg.id", "ipProtocol": "tcp", "fromPort": 8080, "toPort": 8080}
            aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule db-in {"securityGroupId": "@db-sg.id", "referencedSecurityGroupId": "@app-sg.id", "ipProtocol": "tcp", "fromPort": 5432, "toPort": 5432}
            aws:lb/loadBalancer:LoadBalancer alb {"subnets": ["@front-a.id", "@front-c.id"], "securityGroups": ["@alb-sg.id"]}
            aws:lb/targetGroup:TargetGroup tg {"vpcId": "@main.id"}
            aws:lb/listener:Listener https {"loadBalancerArn": "@alb.arn", "port": 443, "protocol": "HTTPS", "defaultActions": [{"type": "forward", "targetGroupArn": "@tg.arn"}]}
            aws:ecs/cluster:Cluster cluster {"name": "one"}
            aws:ecs/taskDefinition:TaskDefinition task {"cpu": "512", "memory": "1024", "taskRoleArn": "@task-role.arn", "containerDefinitions!": [{"name": "app", "portMappings": [{"containerPort": 8080}]}]}
            aws:iam/role:Role task-role {}
            aws:iam/rolePolicy:RolePolicy task-rights {"role": "@task-role.name", "policy!": {"Statement": []}}
            aws:ecs/service:Service web {"cluster": "@cluster.arn", "desiredCount": 2, "launchType": "FARGATE", "taskDefinition": "@task.arn", "loadBalancers": [{"targetGroupArn": "@tg.arn", "containerPort": 8080}], "networkConfiguration": {"subnets": ["@app-a.id", "@app-c.id"], "securityGroups": ["@app-sg.id"]}}
            aws:rds/subnetGroup:SubnetGroup db-subnets {"subnetIds": ["@db-a.id", "@db-c.id"]}
            aws:rds/instance:Instance db {"engine": "postgres", "instanceClass": "db.t4g.micro", "multiAz": true, "allocatedStorage": 20, "dbSubnetGroupName": "@db-subnets.name", "vpcSecurityGroupIds": ["@db-sg.id"], "password": {"secret": "canary-password"}}

            """;
}
