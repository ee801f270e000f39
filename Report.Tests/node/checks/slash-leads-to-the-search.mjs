import assert from "node:assert/strict";
import { focused, names, press } from "../tree.mjs";

export default async ({ tab, open }) => {
  await open("prod");
  await press(tab, "/");
  assert.equal(await focused(tab), "search");
  await tab.keyboard.type("replica/", { delay: 5 });
  assert.equal(await tab.inputValue("#search"), "replica/", "in a field it is a letter");
  await press(tab, "Backspace", "ArrowDown");
  assert.ok((await names(tab)).includes(await focused(tab)));
  assert.ok(await tab.evaluate(() => document.activeElement.matches(".hit")), "the first that is found");
};
