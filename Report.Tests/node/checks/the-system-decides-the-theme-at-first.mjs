import assert from "node:assert/strict";

export const options = { colorScheme: "dark" };

export default async ({ tab, open }) => {
  await open("prod");
  const colour = () => tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
  assert.equal(await colour(), "rgb(19, 21, 26)");
  assert.equal(await tab.getAttribute("#theme", "aria-pressed"), "true");
  await tab.click("#theme");
  assert.equal(await colour(), "rgb(255, 255, 255)");
  assert.equal(await tab.evaluate(() => getComputedStyle(document.querySelector("#picture-window .canvas")).fill), "rgb(255, 255, 255)");
};
