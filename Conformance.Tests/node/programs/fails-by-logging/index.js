"use strict";
// An error is only logged: the run still fails.
const pulumi = require("@pulumi/pulumi");
const random = require("@pulumi/random");

new random.RandomPet("pet", {});
pulumi.log.error("something is wrong");
exports.output = "still sent";
