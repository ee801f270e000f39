// A page of this size and theme: nothing wider than the window, nothing that axe-core finds wrong, with and without the panel.
import assert from "node:assert/strict";
import axe from "axe-core";

export const accessible = async (tab, when) => {
  const { violations } = await tab.evaluate((source) => {
    // The page's own policy lets no script in, so it is run as text of this call.
    if (!globalThis.axe) (0, eval)(source);
    return globalThis.axe.run(document, { resultTypes: ["violations"] });
  }, axe.source);
  const told = violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map((node) => `${node.html} ${node.failureSummary}`).join(" | ")}`);
  assert.deepEqual(told, [], when);
};

const inside = async (tab, when) => {
  assert.equal(await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, when);
};

export const fits = async ({ tab, open }) => {
  await open("whole");
  await inside(tab, "at first");
  await accessible(tab, "at first");
  await tab.click("#tree ul a");
  await inside(tab, "with the panel");
  await accessible(tab, "with the panel");
  await open("prod");
  await inside(tab, "a real stack");
};
