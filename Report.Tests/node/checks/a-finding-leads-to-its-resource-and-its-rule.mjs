import assert from "node:assert/strict";
import { chosen, focused } from "../tree.mjs";

export default async ({ tab, open }) => {
  await open("whole");
  const total = await tab.locator("#findings tr[data-kind]:visible").count();
  await tab.selectOption("form[data-filters=findings] select", "waived");
  assert.equal(await tab.locator("#findings tr[data-kind]:visible").count(), 1);
  assert.equal(await tab.locator("#findings tr.group:visible").count(), 1);
  assert.equal(await tab.textContent("form[data-filters=findings] .found"), `1 of ${total} rows`);
  await tab.click("#findings a:visible");
  assert.deepEqual(await chosen(tab), ["shop-db"]);
  assert.equal(await focused(tab), "…-db");
  await tab.click(".resource.chosen a:text-is('RDS.2')");
  assert.ok(await tab.isVisible("#fail-RDS\\.2"), "the filter that hid it is gone");
  await tab.fill("form[data-filters=findings] input", "owner-of-it");
  assert.equal(await tab.locator("#findings tr[data-kind]:visible").count(), 1);
};
