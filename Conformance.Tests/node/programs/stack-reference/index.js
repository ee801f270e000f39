"use strict";
// Another stack's outputs: plain, secret, missing.
const pulumi = require("@pulumi/pulumi");
const random = require("@pulumi/random");

const network = new pulumi.StackReference("network", { name: "acme/network/prod" });
const short = new pulumi.StackReference("acme/dns/prod");
new random.RandomPet("plain", { prefix: network.getOutput("vpcId") });
new random.RandomPet("secret", { prefix: network.requireOutput("token") });
new random.RandomShuffle("list", { inputs: network.requireOutput("subnets") });
exports.zone = short.getOutput("zone");
exports.missing = network.getOutput("missing");
