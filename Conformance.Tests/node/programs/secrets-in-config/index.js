"use strict";
// Every kind of configuration value, secret and not, into inputs and outputs.
const pulumi = require("@pulumi/pulumi");
const random = require("@pulumi/random");

const config = new pulumi.Config();
const other = new pulumi.Config("other");
const password = config.requireSecret("password");
const settings = config.requireSecretObject("secretSettings");

new random.RandomPet("pet", {
    length: config.requireNumber("count"),
    prefix: password,
    separator: config.get("missing") ?? config.require("plain"),
    keepers: {
        flag: config.requireBoolean("flag") ? "on" : "off",
        tier: config.requireObject("settings").tier,
        other: other.require("region"),
        inner: settings.apply((s) => s.inner),
    },
});
exports.plain = config.require("plain");
exports.password = password;
exports.missing = config.getSecret("missing");
exports.number = config.getSecretNumber("count");
exports.flag = config.getSecretBoolean("flag");
