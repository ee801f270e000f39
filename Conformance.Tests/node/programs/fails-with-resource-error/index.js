"use strict";
// A component refuses, naming itself.
const pulumi = require("@pulumi/pulumi");

class Area extends pulumi.ComponentResource {
    constructor(name, opts) {
        super("conf:index:Area", name, {}, opts);
        throw new pulumi.ResourceError("the area is too small", this, true);
    }
}

new Area("area");
