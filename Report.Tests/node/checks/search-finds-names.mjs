import assert from "node:assert/strict";
import { names } from "../tree.mjs";

export default async ({ tab, open }) => {
  await open("prod");
  const before = await names(tab);
  await tab.fill("#search", "no such thing");
  assert.deepEqual(await names(tab), []);
  assert.match(await tab.textContent("#found"), /^0 of 225 resources, in values too$/);
  await tab.fill("#search", "natgateway nat-1");
  assert.deepEqual((await names(tab)).filter((name) => name.startsWith("…")), ["…-nat-1a", "…-nat-1c"]);
  assert.equal(await tab.textContent("#found"), "2 of 225 resources");
  await tab.focus("#search");
  await tab.keyboard.press("Escape");
  assert.equal(await tab.inputValue("#search"), "");
  assert.deepEqual(await names(tab), before);
  assert.equal(await tab.textContent("#found"), "225 resources");
};
