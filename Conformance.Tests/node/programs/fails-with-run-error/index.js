"use strict";
// The program refuses in its own words: the message, no stack trace.
const pulumi = require("@pulumi/pulumi");
const random = require("@pulumi/random");

new random.RandomPet("before", {});
throw new pulumi.RunError("the settings are wrong");
