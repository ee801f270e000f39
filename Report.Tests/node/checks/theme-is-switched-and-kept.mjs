import assert from "node:assert/strict";

export default async ({ tab, open }) => {
  await open("prod");
  const colour = () => tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const canvas = () => tab.evaluate(() => getComputedStyle(document.querySelector("#picture-window .canvas")).fill);
  assert.equal(await colour(), "rgb(255, 255, 255)");
  await tab.click("#theme");
  assert.equal(await tab.getAttribute("#theme", "aria-pressed"), "true");
  assert.equal(await colour(), "rgb(19, 21, 26)");
  assert.equal(await canvas(), "rgb(13, 17, 23)");
  await tab.reload();
  assert.equal(await colour(), "rgb(19, 21, 26)");
  await tab.emulateMedia({ media: "print" });
  assert.equal(await colour(), "rgb(255, 255, 255)");
};
