import assert from "node:assert/strict";

export const tolerant = true;

export default async ({ tab, open, complaints }) => {
  await open("whole");
  const stopped = await tab.evaluate(async () => {
    const violated = [];
    document.addEventListener("securitypolicyviolation", (event) => violated.push(event.effectiveDirective));
    await fetch("https://example.invalid/").catch(() => {});
    const image = document.createElement("img");
    image.src = "https://example.invalid/x.png";
    const script = document.createElement("script");
    script.textContent = "document.title = 'stolen'";
    const style = document.createElement("style");
    style.textContent = "body { display: none }";
    document.body.append(image, script, style);
    await new Promise((done) => setTimeout(done, 200));
    return violated.sort();
  });
  assert.deepEqual(stopped, ["connect-src", "img-src", "script-src-elem", "style-src-elem"]);
  assert.equal(await tab.title(), "dev · shop");
  assert.deepEqual(complaints.filter((said) => said.startsWith("request:") && !said.includes("example.invalid")), []);
};
