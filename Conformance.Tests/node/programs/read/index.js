"use strict";
// Existing resources read by id, alone, with state, with options. An id known only later is no case: Node reads such a resource in a
// preview, .NET registers it.
const random = require("@pulumi/random");
const { Vpc } = require("@pulumi/aws/ec2/vpc");
const { Subnet } = require("@pulumi/aws/ec2/subnet");

const vpc = Vpc.get("shared", "vpc-0123456789abcdef0");
const withState = Vpc.get("with-state", "vpc-1", { cidrBlock: "10.0.0.0/16", tags: { Name: "x" } });
new Subnet("subnet", { vpcId: vpc.id, cidrBlock: "10.0.1.0/24", availabilityZone: "eu-west-1a" });
new Subnet("second", { vpcId: withState.id, cidrBlock: withState.cidrBlock });
random.RandomPet.get("after", "happy-pet", { length: 3 }, { dependsOn: [vpc] });
exports.vpcArn = vpc.arn;
