"use strict";
// A generated password into a secret's version: secret from the moment it exists.
const pulumi = require("@pulumi/pulumi");
const random = require("@pulumi/random");
const { Secret } = require("@pulumi/aws/secretsmanager/secret");
const { SecretVersion } = require("@pulumi/aws/secretsmanager/secretVersion");

const password = new random.RandomPassword("password", { length: 32, special: false, overrideSpecial: "!#" });
const secret = new Secret("db", { name: "conformance/db", recoveryWindowInDays: 7, tags: { Name: "db" } });
const version = new SecretVersion("db", {
    secretId: secret.id,
    secretString: pulumi.jsonStringify({ username: "admin", password: password.result }),
});
new SecretVersion("known", { secretId: secret.arn, secretString: "known-secret-text" });
exports.arn = version.arn;
exports.password = password.result;
exports.hash = password.bcryptHash;
