import assert from "node:assert/strict";
import { chosen } from "../tree.mjs";

export const options = { viewport: { width: 390, height: 844 }, hasTouch: true };

export default async ({ tab, open }) => {
  await open("whole");
  await tab.tap("#tree a[data-type='aws:rds']");
  assert.deepEqual(await chosen(tab), ["shop-db"]);
  await tab.tap(".resource.chosen .to-picture a");
  assert.deepEqual(await chosen(tab), []);
  const node = tab.locator("#picture-window .lit");
  assert.match(await node.getAttribute("data-node"), /shop-db$/);
  const place = await node.boundingBox();
  assert.ok(place.y >= 0 && place.y < 844 && place.x < 390, JSON.stringify(place));
};
