"use strict";
// Former names: a URN, a name, a type, a parent, none; on resources and on components.
const pulumi = require("@pulumi/pulumi");
const random = require("@pulumi/random");

class Area extends pulumi.ComponentResource {
    constructor(name, opts) {
        super("conf:index:Area", name, {}, opts);
        new random.RandomPet(`${name}-child`, {}, { parent: this });
        new random.RandomPet(`${name}-moved`, {}, { parent: this, aliases: [{ parent: pulumi.rootStackResource }] });
        this.registerOutputs();
    }
}

const old = new Area("old");
new random.RandomPet("by-urn", {}, { aliases: ["urn:pulumi:dev::conformance::random:index/randomPet:RandomPet::former"] });
new random.RandomPet("by-name", {}, { aliases: [{ name: "former-name" }] });
new random.RandomPet("by-type", {}, { aliases: [{ type: "random:index/randomId:RandomId" }] });
new random.RandomPet("by-parent", {}, { aliases: [{ parent: old }] });
new random.RandomPet("by-parent-urn", {}, { parent: old, aliases: [{ parent: "urn:pulumi:dev::conformance::conf:index:Area::gone" }] });
new random.RandomPet("no-parent", {}, { parent: old, aliases: [{ parent: pulumi.rootStackResource }] });
new random.RandomPet("several", {}, { aliases: [{ name: "one" }, { name: "two", type: "a:b:C" }, { stack: "prod", project: "shop" }] });
new random.RandomPet("late", {}, { aliases: [pulumi.output({ name: "from-an-output" })] });
new Area("component", { aliases: [{ name: "former-area" }, { type: "conf:old:Area" }] });
