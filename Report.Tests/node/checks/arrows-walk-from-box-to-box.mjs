import assert from "node:assert/strict";
import { chosen, press } from "../tree.mjs";

export default async ({ tab, open }) => {
  await open("prod");
  assert.equal(await tab.locator("#picture-window [data-node][tabindex='0']").count(), 1);
  await tab.focus("#picture-window [data-node][tabindex='0']");
  const key = () => tab.evaluate(() => document.activeElement.dataset.node);
  const middle = () => tab.evaluate(() => document.activeElement.getBBox().y + document.activeElement.getBBox().height / 2);
  const [first, at] = [await key(), await middle()];
  await press(tab, "ArrowDown");
  assert.notEqual(await key(), first);
  const below = await middle();
  assert.ok(below > at);
  await press(tab, "ArrowUp");
  assert.ok((await middle()) < below);
  await press(tab, "ArrowDown");
  assert.equal(await middle(), below);
  await press(tab, "Enter");
  assert.equal((await chosen(tab)).length, 1);
  assert.equal(await tab.evaluate(() => document.activeElement.role), "treeitem");
};
