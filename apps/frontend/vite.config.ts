import { fileURLToPath } from "node:url";

import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const API = process.env.INDEXCARDS_API ?? "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  server: {
    port: 5173,
    proxy: {
      "/api": { target: API, ws: true, changeOrigin: true },
      "/batches-static": { target: API, changeOrigin: true },
    },
  },
  build: {
    outDir: "dist",
    // The service sends `img-src 'self' data:`; a file per asset keeps the HTML free of inlined ones.
    assetsInlineLimit: 0,
    sourcemap: false,
  },
  test: {
    environment: "jsdom",
    environmentOptions: { jsdom: { url: "http://localhost:3000/" } },
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/testing/setup.ts"],
    // One page for all files: a page each costs three times the processor. What a test leaves, setup.ts clears.
    isolate: false,
    css: { modules: { classNameStrategy: "non-scoped" } },
    restoreMocks: true,
    unstubGlobals: true,
    testTimeout: 30_000,
  },
});
