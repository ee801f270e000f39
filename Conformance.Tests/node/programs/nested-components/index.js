"use strict";
// Components in components, resources in them, outputs registered with and without content.
const pulumi = require("@pulumi/pulumi");
const random = require("@pulumi/random");

class Leaf extends pulumi.ComponentResource {
    constructor(name, opts) {
        super("conf:index:Leaf", name, {}, opts);
        this.pet = new random.RandomPet(`${name}-pet`, { length: 2 }, { parent: this });
        this.petName = this.pet.id;
        this.registerOutputs({ petName: this.petName, fixed: "leaf" });
    }
}

class Tree extends pulumi.ComponentResource {
    constructor(name, opts) {
        super("conf:index:Tree", name, {}, opts);
        const left = new Leaf(`${name}-left`, { parent: this });
        new Leaf(`${name}-right`, { parent: this });
        new random.RandomId(`${name}-id`, { byteLength: 4, prefix: left.petName }, { parent: left });
        this.registerOutputs();
    }
}

new Tree("oak");
new Leaf("alone");
