import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { defineConfig } from "@playwright/test";

const SERVICE = "../../.venv/bin/indexcards";

if (!existsSync(SERVICE)) throw new Error(`${SERVICE} is missing: run \`make setup\` first`);
// The service reads the same variable: who builds while the tests run serves them another folder.
const built = process.env.INDEXCARDS_FRONTEND_DIR ?? "dist";
if (!existsSync(`${built}/index.html`)) throw new Error(`${built}/ is missing: run \`npm run build\` first`);

// The workers read this file too, and must speak of the same folder and port.
const port = (process.env.INDEXCARDS_E2E_PORT ??= freePort());
const dataDir = (process.env.INDEXCARDS_E2E_DATA ??= mkdtempSync(join(tmpdir(), "indexcards-e2e-")));

/** The real service with real cards; the page is the built one that it serves. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  timeout: 120_000,
  // Two cores read cards meanwhile.
  expect: { timeout: 15_000 },
  workers: 2,
  // What is timed runs after the rest and alone.
  projects: [
    { name: "places", grepInvert: /@figure/ },
    { name: "figures", grep: /@figure/, workers: 1, dependencies: ["places"] },
  ],
  retries: 0,
  forbidOnly: true,
  reporter: "list",
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1280, height: 720 },
    locale: "en-GB",
    timezoneId: "Europe/Zurich",
    // A trace doubles the time on two cores: `TRACE=1 npx playwright test` where something has to be found.
    trace: process.env.TRACE === undefined ? "off" : "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: `${SERVICE} serve --port ${port} --data-dir ${dataDir}`,
    url: `http://127.0.0.1:${port}/api/v1/health`,
    reuseExistingServer: false,
    timeout: 60_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
  },
});

/** Others may be at work on this machine: the service takes a port that nobody has. */
function freePort(): string {
  const ask = `const s = require("net").createServer().listen(0, "127.0.0.1", () => {
    console.log(s.address().port);
    s.close();
  })`;
  return execFileSync(process.execPath, ["-e", ask], { encoding: "utf8" }).trim();
}
