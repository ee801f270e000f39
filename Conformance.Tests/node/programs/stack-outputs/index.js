"use strict";
// What a stack hands out: known, unknown, secret, nested, absent.
const pulumi = require("@pulumi/pulumi");
const random = require("@pulumi/random");

const pet = new random.RandomPet("pet", { length: 2 });
const password = new random.RandomPassword("password", { length: 8 });

exports.text = "t";
exports.number = 1.5;
exports.flag = false;
exports.list = ["a", pet.id, pulumi.secret("s")];
exports.object = { known: "k", unknown: pet.id, secret: password.result, deep: { list: [{ length: pet.length }] } };
exports.secretObject = pulumi.secret({ a: 1 });
exports.unknownSecret = pulumi.all([pet.id, password.result]).apply(([a, b]) => a + b);
exports.empty = {};
exports.absent = undefined;
