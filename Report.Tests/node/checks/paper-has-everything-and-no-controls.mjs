import assert from "node:assert/strict";

export default async ({ tab, open }) => {
  await open("prod");
  await tab.fill("#search", "redis");
  await tab.emulateMedia({ media: "print" });
  await tab.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const seen = (selector) => tab.locator(selector).evaluateAll((all) => all.filter((one) => one.getClientRects().length > 0).length);
  const all = (selector) => tab.locator(selector).count();
  for (const selector of ["#tree [role=treeitem]", "article.resource", "#setting-table tbody tr", "#bill-table tbody tr", "details > :last-child"])
    assert.equal(await seen(selector), await all(selector), selector);
  for (const selector of ["button", "input", "select", ".bar"]) assert.equal(await seen(selector), 0, selector);
  await tab.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await all("#guardrails details[open]"), 0);
};
