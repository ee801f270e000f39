import assert from "node:assert/strict";
import { names } from "../tree.mjs";

export default async ({ tab, open }) => {
  await open("whole");
  await tab.selectOption("#by-type", "aws:sqs");
  assert.equal(await tab.textContent("#found"), "2 of 4 resources");
  await tab.selectOption("#by-change", "update");
  assert.deepEqual(await names(tab), ["Store", "orders"]);
  await tab.selectOption("#by-type", "");
  await tab.selectOption("#by-change", "");
  await tab.selectOption("#by-finding", "waived");
  assert.deepEqual(await names(tab), ["Store", "…-db"]);
  await tab.fill("#search", "orders");
  assert.deepEqual(await names(tab), []);
};
