import assert from "node:assert/strict";

export const options = { javaScriptEnabled: false };

export default async ({ tab, open }) => {
  await open("whole");
  assert.equal(await tab.locator("#tree [role=treeitem]:visible").count(), 5);
  assert.equal(await tab.locator("article.resource:visible").count(), 5);
  assert.equal(await tab.locator("button:visible, input:visible, select:visible").count(), 0);
};
