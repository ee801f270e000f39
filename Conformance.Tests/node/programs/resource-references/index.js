"use strict";
// Resources as values: custom, component, provider; alone, in lists and maps.
const pulumi = require("@pulumi/pulumi");
const random = require("@pulumi/random");

class Thing extends pulumi.CustomResource {
    constructor(name, props, opts) {
        super("test:index:Thing", name, props, { version: "1.2.3", ...opts });
    }
}
class Area extends pulumi.ComponentResource {
    constructor(name, opts) {
        super("conf:index:Area", name, {}, opts);
        new random.RandomPet(`${name}-pet`, {}, { parent: this });
        this.registerOutputs();
    }
}

const pet = new random.RandomPet("pet", {});
const area = new Area("area");
new Thing("custom", { resource: pet });
new Thing("component", { resource: area });
new Thing("nested", { list: [pet, area], map: { pet } });
new Thing("output", { resource: pulumi.output(pet) });
exports.pet = pet.urn;
