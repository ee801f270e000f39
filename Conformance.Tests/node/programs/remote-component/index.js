"use strict";
// A component made by a provider: its inputs travel with their secrets, unknowns and dependencies.
const pulumi = require("@pulumi/pulumi");
const random = require("@pulumi/random");

class Repository extends pulumi.ComponentResource {
    constructor(name, args, opts) {
        super("awsx:ecr:Repository", name, { ...args, url: undefined }, { version: "3.9.0", ...opts }, true);
    }
}

const pet = new random.RandomPet("pet", {});
const repository = new Repository("repository", { name: pet.id, forceDelete: true, tags: { plain: "p", secret: pulumi.secret("s"), unknown: pet.id } });
new random.RandomPet("after", { prefix: repository.url }, { dependsOn: [repository] });
new random.RandomPet("child", {}, { parent: repository });
