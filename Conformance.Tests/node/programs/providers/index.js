"use strict";
// Default providers, explicit ones, provider maps of components and what children inherit.
const pulumi = require("@pulumi/pulumi");
const random = require("@pulumi/random");
const { Provider } = require("@pulumi/aws/provider");
const { Vpc } = require("@pulumi/aws/ec2/vpc");

class Area extends pulumi.ComponentResource {
    constructor(name, opts) {
        super("conf:index:Area", name, {}, opts);
        new Vpc(`${name}-vpc`, { cidrBlock: "10.0.0.0/16" }, { parent: this });
        new random.RandomPet(`${name}-pet`, {}, { parent: this });
        this.registerOutputs();
    }
}

const west = new Provider("west", {
    region: "eu-west-1",
    skipMetadataApiCheck: true,
    allowedAccountIds: ["111111111111"],
    defaultTags: { tags: { owner: "team", environment: "test" } },
    assumeRoles: [{ roleArn: "arn:aws:iam::111111111111:role/deploy", sessionName: "s" }],
    secretKey: pulumi.secret("canary"),
});
const dice = new random.Provider("dice");

new Vpc("by-default", { cidrBlock: "10.0.0.0/16" });
new Vpc("explicit", { cidrBlock: "10.0.0.0/16" }, { provider: west });
new random.RandomPet("explicit-pet", {}, { provider: dice });
new Area("by-default-area");
new Area("one-provider", { provider: west });
new Area("both", { providers: [west, dice] });
new Area("inner", { parent: new Area("outer", { providers: { aws: west } }) });
