import { defineConfig } from "@playwright/test";

import base from "./playwright.config";

/** Takes the pictures of the README and the guide: `make pictures`. */
export default defineConfig({
  ...base,
  testMatch: "pictures.take.ts",
  projects: [{ name: "pictures" }],
  workers: 1,
});
