"use strict";
// The synthetic program (bench/Synthetic/Cell.cs) under the mocks of Pulumi's SDK for Node: as near as that SDK comes to an offline preview.
// The packages are those of the conformance tests. Usage: node peer.js RESOURCES
const path = require("node:path");
const { createRequire } = require("node:module");
const load = createRequire(path.join(__dirname, "../../Conformance.Tests/node/package.json"));

const pulumi = load("@pulumi/pulumi");
const { Vpc } = load("@pulumi/aws/ec2/vpc");
const { Subnet } = load("@pulumi/aws/ec2/subnet");
const { SecurityGroup } = load("@pulumi/aws/ec2/securityGroup");
const { LogGroup } = load("@pulumi/aws/cloudwatch/logGroup");
const { Role } = load("@pulumi/aws/iam/role");
const { RolePolicy } = load("@pulumi/aws/iam/rolePolicy");
const { Parameter } = load("@pulumi/aws/ssm/parameter");

let registered = 0;
pulumi.runtime.setMocks(
    {
        newResource: (args) => {
            registered += 1;
            return { id: `${args.name}-id`, state: { arn: `arn:aws:${args.name}`, ...args.inputs } };
        },
        call: (args) => args.inputs,
    },
    "synthetic",
    "bench",
    true,
);

const RESOURCES = 10;
const statement = (entry) => JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...entry }] });

class Cell extends pulumi.ComponentResource {
    constructor(name, number) {
        super("bench:index:Cell", name);
        const child = { parent: this };
        const tags = { Name: name, Environment: "bench", ManagedBy: "pulumi" };
        const block = `10.${number % 250}`;
        const vpc = new Vpc(`${name}-vpc`, { cidrBlock: `${block}.0.0/16`, enableDnsHostnames: true, enableDnsSupport: true, tags }, child);
        const subnets = ["a", "b"].map(
            (zone, index) =>
                new Subnet(
                    `${name}-${zone}`,
                    { vpcId: vpc.id, cidrBlock: `${block}.${index}.0/24`, availabilityZone: `eu-west-1${zone}`, tags },
                    child,
                ),
        );
        const group = new SecurityGroup(
            `${name}-sg`,
            {
                vpcId: vpc.id,
                ingress: [
                    { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: [vpc.cidrBlock] },
                    { protocol: "tcp", fromPort: 8080, toPort: 8080, self: true },
                ],
                egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
                tags,
            },
            child,
        );
        const log = new LogGroup(`${name}-log`, { retentionInDays: 30, tags }, child);
        const assumed = statement({ Action: "sts:AssumeRole", Principal: { Service: "ecs-tasks.amazonaws.com" } });
        const role = new Role(`${name}-role`, { assumeRolePolicy: assumed, tags }, child);
        const policy = log.arn.apply((arn) => statement({ Action: "logs:PutLogEvents", Resource: arn }));
        new RolePolicy(`${name}-policy`, { role: role.id, policy }, child);
        const subnetIds = pulumi.all(subnets.map((subnet) => subnet.id)).apply((ids) => ids.join(","));
        new Parameter(`${name}-subnets`, { type: "String", value: subnetIds, tags }, child);
        new Parameter(`${name}-group`, { type: "String", value: pulumi.interpolate`${vpc.id}/${group.id}`, tags }, child);
        this.registerOutputs({ vpcId: vpc.id, logArn: log.arn });
    }
}

const resources = Number(process.argv[2]);
for (let cell = 0; cell < resources / RESOURCES; cell += 1) {
    new Cell(`cell-${String(cell).padStart(4, "0")}`, cell);
}
process.on("exit", () => {
    if (registered < resources) {
        console.error(`registered ${registered} of ${resources} resources`);
        process.exitCode = 1;
    }
});
