import assert from "node:assert/strict";
import { chosen, row } from "../tree.mjs";

export default async ({ tab, open }) => {
  await open("whole");
  await row(tab, "orders").click();
  const address = new URL(tab.url());
  assert.match(address.hash, /^#r[0-9a-f]{8}$/);
  await open("empty");
  await open("whole", address.hash);
  assert.deepEqual(await chosen(tab), ["orders"]);
  assert.ok(await row(tab, "orders").isVisible());
  await tab.click(".resource.chosen .where a");
  assert.deepEqual(await chosen(tab), ["shop"]);
  await open("prod");
  const deep = tab.locator("#tree ul ul ul a[data-type='aws:vpc']").first();
  assert.equal(await deep.isVisible(), false);
  const folded = await deep.getAttribute("href");
  await open("empty");
  await open("prod", folded);
  assert.ok(await deep.isVisible(), "what it lies in is unfolded");
};
