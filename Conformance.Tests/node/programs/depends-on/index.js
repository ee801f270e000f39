"use strict";
// dependsOn on resources, components and outputs of resources; what becomes of the children of a component.
const pulumi = require("@pulumi/pulumi");
const random = require("@pulumi/random");

class Area extends pulumi.ComponentResource {
    constructor(name, opts) {
        super("conf:index:Area", name, {}, opts);
        const pet = new random.RandomPet(`${name}-pet`, {}, { parent: this });
        new random.RandomPet(`${name}-second`, { prefix: pet.id }, { parent: this });
        this.registerOutputs();
    }
}

class Outer extends pulumi.ComponentResource {
    constructor(name, opts) {
        super("conf:index:Outer", name, {}, opts);
        new Area(`${name}-inner`, { parent: this });
        this.registerOutputs();
    }
}

const first = new random.RandomPet("first", {});
const second = new random.RandomPet("second", {}, { dependsOn: first });
const area = new Area("area", { dependsOn: [first] });
const outer = new Outer("outer");
new random.RandomPet("after-both", {}, { dependsOn: [first, second] });
new random.RandomPet("after-area", {}, { dependsOn: area });
new random.RandomPet("after-outer", { prefix: first.id }, { dependsOn: [outer] });
new random.RandomPet("after-output", {}, { dependsOn: pulumi.output(second) });
new random.RandomPet("twice", { prefix: first.id, separator: first.separator }, { dependsOn: [first, first] });
