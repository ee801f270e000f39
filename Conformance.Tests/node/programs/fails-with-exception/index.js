"use strict";
// An unexpected exception at the top.
const random = require("@pulumi/random");

new random.RandomPet("before", {});
throw new TypeError("unexpected");
