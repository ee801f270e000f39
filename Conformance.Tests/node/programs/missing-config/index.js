"use strict";
// A required key is absent: the message says which command sets it.
const pulumi = require("@pulumi/pulumi");

new pulumi.Config().require("absent");
