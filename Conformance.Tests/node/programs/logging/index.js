"use strict";
// Messages to the engine, with and without a resource.
const pulumi = require("@pulumi/pulumi");
const random = require("@pulumi/random");

const pet = new random.RandomPet("pet", {});
pulumi.log.info("an info");
pulumi.log.warn("a warning", pet);
pulumi.log.info("about the pet", pet, 7, true);
