"use strict";
// A small real network: nested inputs, lists of objects, outputs of one in another.
const pulumi = require("@pulumi/pulumi");
const { Vpc } = require("@pulumi/aws/ec2/vpc");
const { Subnet } = require("@pulumi/aws/ec2/subnet");
const { RouteTable } = require("@pulumi/aws/ec2/routeTable");
const { InternetGateway } = require("@pulumi/aws/ec2/internetGateway");
const { SecurityGroup } = require("@pulumi/aws/ec2/securityGroup");
const { Key } = require("@pulumi/aws/kms/key");
const { Bucket } = require("@pulumi/aws/s3/bucket");
const { Role } = require("@pulumi/aws/iam/role");
const { LoadBalancer } = require("@pulumi/aws/lb/loadBalancer");

class Network extends pulumi.ComponentResource {
    constructor(name, cidr, opts) {
        super("conf:index:Network", name, {}, opts);
        const parent = { parent: this };
        this.vpc = new Vpc(`${name}-vpc`, { cidrBlock: cidr, enableDnsHostnames: true, tags: { Name: name } }, parent);
        this.gateway = new InternetGateway(`${name}-igw`, { vpcId: this.vpc.id }, parent);
        this.subnets = ["a", "b"].map(
            (zone, i) =>
                new Subnet(`${name}-${zone}`, { vpcId: this.vpc.id, cidrBlock: `10.0.${i}.0/24`, availabilityZone: `eu-west-1${zone}` }, parent),
        );
        new RouteTable(`${name}-rt`, { vpcId: this.vpc.id, routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: this.gateway.id }] }, parent);
        this.registerOutputs({ vpcId: this.vpc.id, subnetIds: this.subnets.map((s) => s.id) });
    }
}

const network = new Network("main", "10.0.0.0/16");
const group = new SecurityGroup("web", {
    vpcId: network.vpc.id,
    ingress: [
        { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] },
        { protocol: "tcp", fromPort: 8080, toPort: 8080, cidrBlocks: [network.vpc.cidrBlock], self: true },
    ],
});
new LoadBalancer("web", { securityGroups: [group.id], subnets: network.subnets.map((s) => s.id), loadBalancerType: "application" });
const key = new Key("key", { enableKeyRotation: true, policy: pulumi.jsonStringify({ Version: "2012-10-17", Statement: [] }) });
new Bucket("bucket", { bucket: "conformance-bucket", forceDestroy: false, tags: { key: key.arn } });
new Role("role", {
    assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ecs-tasks.amazonaws.com" } }],
    }),
});
exports.subnetIds = network.subnets.map((s) => s.id);
