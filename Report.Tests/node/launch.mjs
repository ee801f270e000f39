// Starts the Chromium of the system: playwright-core brings none of its own.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? places.find(existsSync),
    // Containers give their processes neither a sandbox nor much shared memory.
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
  });
