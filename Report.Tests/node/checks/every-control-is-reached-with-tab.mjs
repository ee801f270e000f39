import assert from "node:assert/strict";
import { press } from "../tree.mjs";

export default async ({ tab, open }) => {
  await open("whole");
  const reached = new Set();
  await press(tab, "Tab");
  assert.equal(await tab.evaluate(() => document.activeElement.className), "skip");
  for (let i = 0; i < 120; i++) {
    const at = await tab.evaluate(() => {
      const { id, tagName, role, href } = document.activeElement;
      const style = getComputedStyle(document.activeElement);
      const seen = style.outlineStyle !== "none" || tagName === "BODY";
      return { what: id || role || href?.baseVal || `${tagName} ${href ?? ""}`, seen };
    });
    reached.add(at.what);
    assert.ok(at.seen, `${at.what} shows that it has the focus`);
    await press(tab, "Tab");
  }
  for (const wanted of ["theme", "search", "by-type", "by-change", "by-finding", "in-values", "treeitem", "picture-window", "BUTTON ", "zoom-in"])
    assert.ok(reached.has(wanted), `${wanted} among ${[...reached].join(", ")}`);
};
