"use strict";
// Assets and archives of every kind, nested, as inputs and inside lists and maps.
const pulumi = require("@pulumi/pulumi");

class Thing extends pulumi.CustomResource {
    constructor(name, props, opts) {
        super("test:index:Thing", name, props, { version: "1.2.3", ...opts });
    }
}

const { StringAsset, FileAsset, RemoteAsset, FileArchive, RemoteArchive, AssetArchive } = pulumi.asset;
new Thing("assets", {
    text: new StringAsset("hello"),
    file: new FileAsset("./files/a.txt"),
    remote: new RemoteAsset("https://example.com/a.txt"),
    list: [new StringAsset("one"), new StringAsset("two")],
    map: { a: new StringAsset("in a map") },
});
new Thing("archives", {
    file: new FileArchive("./files/site.zip"),
    remote: new RemoteArchive("https://example.com/site.zip"),
    tree: new AssetArchive({
        "index.html": new StringAsset("<h1>hi</h1>"),
        "css": new AssetArchive({ "a.css": new FileAsset("./files/a.css") }),
        "img": new FileArchive("./files/img"),
    }),
});
new Thing("outputs", { text: pulumi.output("later").apply((t) => new StringAsset(t)), secret: pulumi.secret(new StringAsset("hidden")) });
