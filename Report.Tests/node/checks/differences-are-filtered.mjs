import assert from "node:assert/strict";

export default async ({ tab, open }) => {
  await open("prod");
  const rows = () => tab.locator("#difference-table tr[data-kind]:visible").count();
  assert.ok((await rows()) > 100);
  await tab.selectOption("form[data-filters=difference-table] select", "unexpected");
  assert.equal(await rows(), 0);
  await tab.selectOption("form[data-filters=difference-table] select", "");
  await tab.fill("form[data-filters=difference-table] input", "instanceClass t4g");
  assert.ok((await rows()) >= 1);
  assert.match(await tab.locator("#difference-table tr[data-kind]:visible").first().textContent(), /db\.r6g\.xlarge.*db\.t4g\.micro/);
  assert.match(await tab.textContent("#highlight-table"), /NAT gateways.*2.*1/);
};
