// Runs every check of the folder "checks" in one browser, each in a page of its own: node run.mjs <folder of pages> <results.json>.
// A check fails too where the page says an error, or asks for anything but itself.
import { readdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "./launch.mjs";

const [pages, results] = process.argv.slice(2);
const folder = new URL("./checks/", import.meta.url);
const browser = await launch();
const told = {};
for (const file of readdirSync(folder).filter((name) => name.endsWith(".mjs")).sort()) {
  const { default: check, options = {}, tolerant = false } = await import(new URL(file, folder));
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, colorScheme: "light", ...options });
  context.setDefaultTimeout(15_000);
  const complaints = [];
  const tab = await context.newPage();
  tab.on("console", (said) => said.type() === "error" && complaints.push(`console: ${said.text()}`));
  tab.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  tab.on("request", (request) => request.url().startsWith("file://") || complaints.push(`request: ${request.url()}`));
  tab.on("dialog", (dialog) => complaints.push(`dialog: ${dialog.message()}`));
  const open = (name, hash = "") => tab.goto(`${pathToFileURL(resolve(pages, `${name}.html`)).href}${hash}`);
  try {
    await check({ tab, open, complaints });
    if (!tolerant && complaints.length > 0) throw new Error(complaints.join("\n"));
    told[file] = null;
  } catch (error) {
    told[file] = error.message;
  }
  await context.close();
}
await browser.close();
writeFileSync(results, JSON.stringify(told));
