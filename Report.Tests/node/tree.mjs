// What checks ask of the resource tree.
export const rows = (tab) => tab.locator("#tree [role=treeitem]:visible");
export const names = async (tab) => tab.locator("#tree [role=treeitem]:visible .name").allTextContents();
export const row = (tab, name) => tab.locator("#tree [role=treeitem]", { has: tab.locator(`.name:text-is(${JSON.stringify(name)})`) });
export const focused = (tab) => tab.evaluate(() => document.activeElement.querySelector(".name")?.textContent ?? document.activeElement.id);
export const chosen = (tab) => tab.locator(".resource:visible h3").allTextContents();
export const press = async (tab, ...keys) => {
  for (const key of keys) await tab.keyboard.press(key);
};
