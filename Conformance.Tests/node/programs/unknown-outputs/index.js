"use strict";
// What a resource only knows after it is made, into other resources: apply, all, interpolation, in lists and maps.
const pulumi = require("@pulumi/pulumi");
const random = require("@pulumi/random");

const pet = new random.RandomPet("pet", { length: 2 });
const id = new random.RandomId("id", { byteLength: 8 });

const both = pulumi.all([pet.id, id.hex]).apply(([a, b]) => `${a}/${b}`);
new random.RandomPet("direct", { prefix: pet.id });
new random.RandomPet("applied", { prefix: pet.id.apply((v) => v.toUpperCase()) });
new random.RandomPet("interpolated", { prefix: pulumi.interpolate`${pet.id}-${id.hex}` });
new random.RandomPet("all", { prefix: both, separator: pet.separator });
new random.RandomPet("known", { prefix: pulumi.interpolate`${pet.length}-x`, length: pet.length });
new random.RandomPet("nested", { keepers: { unknown: id.dec, known: "k", both } });
new random.RandomShuffle("list", { inputs: ["a", pet.id, id.hex] });
new random.RandomPet("secret", { prefix: pulumi.all([pulumi.secret("s"), pet.id]).apply(([s, v]) => s + v) });
new random.RandomPet("chained", { prefix: pet.id.apply((v) => pulumi.output(`${v}!`)) });
exports.both = both;
exports.known = pet.length;
