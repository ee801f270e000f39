"use strict";
// Transformations of a resource, of a component for its children, of the whole stack; in order, changing inputs and options.
const pulumi = require("@pulumi/pulumi");
const random = require("@pulumi/random");

const isPet = (args) => args.type === "random:index/randomPet:RandomPet";
const append = (text) => (args) =>
    isPet(args) ? { props: { ...args.props, prefix: `${args.props.prefix ?? ""}${text}` }, opts: args.opts } : undefined;
const protect = (args) => (isPet(args) ? { props: args.props, opts: pulumi.mergeOptions(args.opts, { protect: true }) } : undefined);

class Area extends pulumi.ComponentResource {
    constructor(name, opts) {
        super("conf:index:Area", name, {}, opts);
        new random.RandomPet(`${name}-pet`, { prefix: "p" }, { parent: this, transformations: [append("-own")] });
        this.registerOutputs();
    }
}

pulumi.runtime.registerStackTransformation(append("-stack"));
new random.RandomPet("plain", { prefix: "p" });
new random.RandomPet("own", { prefix: "p" }, { transformations: [append("-one"), append("-two"), protect] });
new Area("area", { transformations: [append("-area"), protect] });
new random.RandomId("untouched", { byteLength: 2 });
