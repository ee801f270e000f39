// Takes the six screenshots under docs/pictures: node pictures.mjs <report.html> <folder>. See docs/report.md.
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "./launch.mjs";

const [page, folder] = process.argv.slice(2);
if (!page || !folder) {
  console.error("usage: node pictures.mjs <report.html> <folder>");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const browser = await launch();
for (const [width, height] of [[390, 844], [1024, 768], [1920, 1080]])
  for (const colorScheme of ["light", "dark"]) {
    const tab = await browser.newPage({ viewport: { width, height }, colorScheme });
    await tab.goto(pathToFileURL(resolve(page)).href);
    await tab.screenshot({ path: `${folder}/report-${width}-${colorScheme}.png` });
    await tab.close();
  }
await browser.close();
