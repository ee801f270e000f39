import assert from "node:assert/strict";
import { names } from "../tree.mjs";

export default async ({ tab, open }) => {
  await open("whole");
  await tab.fill("#search", "statement read");
  assert.deepEqual(await names(tab), ["Store", "reader"]);
  assert.equal(await tab.textContent("#found"), "1 of 4 resources, in values too");
  await tab.fill("#search", "orders");
  assert.deepEqual(await names(tab), ["Store", "orders"]);
  await tab.fill("#search", "xxxx");
  await tab.check("#in-values");
  assert.deepEqual(await names(tab), ["Store", "reader"]);
  await tab.click("#tools button");
  assert.deepEqual(await names(tab), ["Store", "…-db", "orders", "<script>document.title='stolen'</script>", "reader"]);
  assert.equal(await tab.isChecked("#in-values"), false);
};
