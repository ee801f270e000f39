"use strict";
// An exception while a value is computed; the other resource is still registered.
const pulumi = require("@pulumi/pulumi");
const random = require("@pulumi/random");

new random.RandomPet("fine", {});
new random.RandomPet("broken", {
    prefix: pulumi.output("value").apply(() => {
        throw new pulumi.RunError("no such value");
    }),
});
