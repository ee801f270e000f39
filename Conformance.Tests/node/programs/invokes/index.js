"use strict";
// Functions: plain and output form, known, unknown and secret arguments.
const pulumi = require("@pulumi/pulumi");
const random = require("@pulumi/random");
const { getCallerIdentity, getCallerIdentityOutput } = require("@pulumi/aws/getCallerIdentity");
const { getRegion, getRegionOutput } = require("@pulumi/aws/getRegion");
const { getPolicyDocument, getPolicyDocumentOutput } = require("@pulumi/aws/iam/getPolicyDocument");
const { Provider } = require("@pulumi/aws/provider");

module.exports = async () => {
    const west = new Provider("west", { region: "us-west-2" });
    const identity = await getCallerIdentity({});
    const region = await getRegion({}, { provider: west });
    const document = await getPolicyDocument({
        statements: [
            {
                sid: "Assume",
                actions: ["sts:AssumeRole"],
                principals: [{ type: "Service", identifiers: ["ecs-tasks.amazonaws.com"] }],
                conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [identity.accountId] }],
            },
        ],
    });
    const pet = new random.RandomPet("pet", { prefix: identity.accountId, separator: region.region });
    const unknown = getPolicyDocumentOutput({ statements: [{ actions: ["s3:GetObject"], resources: [pet.id] }] });
    // Its result is secret in Node and not in .NET, so nothing is made of it here.
    getPolicyDocumentOutput({ statements: [{ actions: ["s3:GetObject"], resources: [pulumi.secret("arn:aws:s3:::hidden/*")] }] });
    new random.RandomPet("from-output", { prefix: getRegionOutput({}).region, separator: getCallerIdentityOutput().accountId });
    new random.RandomPet("from-unknown", { prefix: unknown.json });
    return { document: document.json };
};
