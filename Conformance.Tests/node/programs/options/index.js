"use strict";
// The options that are only passed on.
const pulumi = require("@pulumi/pulumi");
const random = require("@pulumi/random");

class Area extends pulumi.ComponentResource {
    constructor(name, opts) {
        super("conf:index:Area", name, {}, opts);
        new random.RandomPet(`${name}-child`, {}, { parent: this });
        new random.RandomPet(`${name}-loose`, {}, { parent: this, protect: false });
        this.registerOutputs();
    }
}

const base = new random.RandomPet("base", {});
new random.RandomPet("protect", {}, { protect: true });
new random.RandomPet("unprotect", {}, { protect: false });
new random.RandomPet("retain", {}, { retainOnDelete: true });
new random.RandomPet("ignore", {}, { ignoreChanges: ["prefix", "keepers.a", "keepers[\"b\"]"] });
new random.RandomPet("replace-on", {}, { replaceOnChanges: ["*", "keepers.a"] });
new random.RandomPet("delete-first", {}, { deleteBeforeReplace: true });
new random.RandomPet("create-first", {}, { deleteBeforeReplace: false });
new random.RandomPet("timeouts", {}, { customTimeouts: { create: "5m", update: "90s", delete: "1h30m" } });
new random.RandomPet("some-timeouts", {}, { customTimeouts: { create: "5m" } });
new random.RandomPet("deleted-with", {}, { deletedWith: base });
new random.RandomPet("secret-outputs", {}, { additionalSecretOutputs: ["separator", "prefix"] });
new random.RandomPet("imported", { length: 2 }, { import: "some-imported-pet" });
new random.RandomPet("versioned", {}, { version: "4.0.0" });
new random.RandomPet("downloaded", {}, { pluginDownloadURL: "https://example.com/plugins" });
new random.RandomPassword("password", { length: 8 }, { additionalSecretOutputs: ["id"] });
new Area("protected-area", { protect: true });
new Area("retained-area", { retainOnDelete: true });
