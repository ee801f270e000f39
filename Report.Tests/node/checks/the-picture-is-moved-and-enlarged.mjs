import assert from "node:assert/strict";
import { press } from "../tree.mjs";

export default async ({ tab, open }) => {
  await open("prod");
  const width = () => tab.evaluate(() => document.querySelector("#picture-window svg").clientWidth);
  const scrolled = () => tab.evaluate(() => document.querySelector("#picture-window").scrollLeft);
  const before = await width();
  await tab.click("#zoom-in");
  assert.ok(Math.abs((await width()) / before - 1.25) < 0.01);
  await tab.focus("#picture-window");
  await press(tab, "-");
  assert.ok(Math.abs((await width()) / before - 1) < 0.01);
  await tab.click("#zoom-full");
  assert.equal(await width(), await tab.evaluate(() => document.querySelector("#picture-window svg").viewBox.baseVal.width));
  // On a box, which a click without a move would open.
  const card = tab.locator("#picture-window .node.card").first();
  await tab.evaluate(() => document.querySelector("#picture-window").scrollTo({ left: 0 }));
  await card.scrollIntoViewIfNeeded();
  const from = await scrolled();
  const box = await tab.locator("#picture-window").boundingBox();
  const { x, y } = await card.boundingBox();
  await tab.mouse.move(x + 20, y + 8);
  await tab.mouse.down();
  await tab.mouse.move(x - 40, y + 8, { steps: 5 });
  await tab.mouse.up();
  assert.equal((await scrolled()) - from, 60);
  assert.equal(await tab.locator(".resource.chosen").count(), 0, "a drag is no click");
  await tab.mouse.move(box.x + 300, box.y + 200);
  await tab.keyboard.down("Control");
  const full = await width();
  await tab.mouse.wheel(0, -200);
  await tab.waitForFunction((last) => document.querySelector("#picture-window svg").clientWidth > last * 1.2, full);
  await tab.keyboard.up("Control");
  await tab.click("#zoom-fit");
  assert.ok((await width()) <= box.width);
};
