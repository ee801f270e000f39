"use strict";
// Numbers, booleans, texts, lists, maps, nested objects, empty ones, nulls.
const pulumi = require("@pulumi/pulumi");

class Thing extends pulumi.CustomResource {
    constructor(name, props, opts) {
        super("test:index:Thing", name, { ...props, computed: undefined }, { version: "1.2.3", ...opts });
    }
}

new Thing("scalars", { text: "t", empty: "", integer: 42, negative: -7, big: 2147483647, fraction: 0.25, yes: true, no: false });
new Thing("lists", { list: ["a", "b"], emptyList: [], nestedLists: [["a"], [], ["b", "c"]], numbers: [1, 2.5] });
new Thing("maps", { map: { a: "1", B: "2", "with space": "3", "dotted.key": "4" }, emptyMap: {} });
new Thing("objects", { object: { text: "t", number: 1, list: ["x"], object: { flag: true, list: [{ text: "deep" }] } } });
new Thing("nulls", { absent: undefined, text: "t", object: { text: undefined, number: 1 } });
new Thing("outputs", {
    text: pulumi.output("t"),
    list: pulumi.output(["a", "b"]),
    mixed: ["a", pulumi.output("b")],
    map: pulumi.output({ a: "1" }),
    mixedMap: { a: "1", b: pulumi.output("2") },
    object: { text: pulumi.output("t"), number: pulumi.output(1) },
});
new Thing("unicode", { text: "grüße – 漢字 🎉\n\ttab \"quoted\" \\ back" });
new Thing("nothing", {});
exports.computed = new Thing("reader", { text: "t" }).computed;
exports.nothing = null;
exports.list = ["a", 1, true, null];
exports.object = { a: { b: { c: 1 } } };
