import assert from "node:assert/strict";
import { chosen, names } from "../tree.mjs";

export default async ({ tab, open }) => {
  await open("prod");
  const node = tab.locator("#picture-window [data-node]", { has: tab.locator("title", { hasText: /^RDS for PostgreSQL postgresql\b/ }) }).first();
  await node.click();
  const [name] = await chosen(tab);
  assert.match(name, /postgresql/);
  assert.match(await tab.textContent("#found"), /^[0-9]+ of 225 resources in the box RDS for PostgreSQL postgresql/);
  assert.ok((await names(tab)).includes("…-postgresql"), (await names(tab)).join());
  await tab.click(".resource.chosen a:text-is('Show in the picture')");
  assert.equal(await tab.evaluate(() => document.activeElement.dataset.node), await node.getAttribute("data-node"));
  assert.match(await node.getAttribute("class"), /\blit\b/);
  await tab.click("#tools button");
  assert.equal(await tab.textContent("#found"), "225 resources");
};
