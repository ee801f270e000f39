"use strict";
// Secrets made in the program, deep in lists and maps, combined and taken off again.
const pulumi = require("@pulumi/pulumi");
const random = require("@pulumi/random");

const secret = pulumi.secret("s3cr3t");
const list = pulumi.secret(["a", "b"]);
const all = pulumi.all([secret, "plain"]).apply(([a, b]) => `${a}-${b}`);

new random.RandomPet("map", { keepers: { nested: secret, plain: "p", all } });
new random.RandomPet("whole-map", { keepers: pulumi.secret({ a: "1", b: "2" }) });
new random.RandomShuffle("list", { inputs: ["x", secret, "z"], resultCount: 2 });
new random.RandomShuffle("whole-list", { inputs: list });
new random.RandomPet("text", { prefix: pulumi.interpolate`<${secret}>`, separator: pulumi.unsecret(secret) });
new random.RandomInteger("number", { min: 1, max: pulumi.secret(9) });
exports.secret = secret;
exports.nested = { deep: [secret, "plain"] };
exports.all = all;
exports.unsecret = pulumi.unsecret(all);
