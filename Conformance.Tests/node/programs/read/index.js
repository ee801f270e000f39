"use strict";
// Existing resources read by id: alone, with state, with options, with an id known only later.
const random = require("@pulumi/random");
const { Vpc } = require("@pulumi/aws/ec2/vpc");
const { Subnet } = require("@pulumi/aws/ec2/subnet");

const vpc = Vpc.get("shared", "vpc-0123456789abcdef0");
const withState = Vpc.get("with-state", "vpc-1", { cidrBlock: "10.0.0.0/16", tags: { Name: "x" } });
new Subnet("subnet", { vpcId: vpc.id, cidrBlock: "10.0.1.0/24", availabilityZone: "eu-west-1a" });
new Subnet("second", { vpcId: withState.id, cidrBlock: withState.cidrBlock });
random.RandomPet.get("after", "happy-pet", { length: 3 }, { dependsOn: [vpc] });
const pet = new random.RandomPet("pet", {});
random.RandomPet.get("later", pet.id, { length: 3 });
exports.vpcArn = vpc.arn;
