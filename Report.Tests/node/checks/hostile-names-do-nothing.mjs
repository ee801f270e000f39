import assert from "node:assert/strict";
import { row } from "../tree.mjs";

export default async ({ tab, open }) => {
  await open("whole");
  await tab.fill("#search", "<script>");
  await row(tab, "<script>document.title='stolen'</script>").click();
  assert.equal(await tab.title(), "dev · shop");
  assert.equal(await tab.locator("img").count(), 0);
};
