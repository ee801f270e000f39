"use strict";
// JSON made of outputs.
const pulumi = require("@pulumi/pulumi");
const random = require("@pulumi/random");

const pet = new random.RandomPet("pet", { length: 2 });
new random.RandomPet("known", { prefix: pulumi.jsonStringify({ text: pulumi.output("t"), list: [1, pulumi.output(2)], flag: true }) });
new random.RandomPet("secret", { prefix: pulumi.jsonStringify({ secret: pulumi.secret("s") }) });
new random.RandomPet("unknown", { prefix: pulumi.jsonStringify({ id: pet.id }) });
new random.RandomPet("parsed", { prefix: pulumi.jsonParse(pulumi.output('{"a":"from json"}')).apply((o) => o.a) });
