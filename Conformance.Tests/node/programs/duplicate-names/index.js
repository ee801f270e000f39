"use strict";
// Two resources of one name: the engine refuses the second.
const random = require("@pulumi/random");

new random.RandomPet("twin", { length: 1 });
new random.RandomPet("twin", { length: 2 });
