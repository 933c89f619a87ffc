import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach, beforeAll, beforeEach, vi } from "vitest";

import { startLanguage } from "@/lib/language";
import { releasePage } from "@/lib/leave-guard";
import type { Words } from "@/lib/words";

import { fillGaps } from "./gaps";
import { resetService, server } from "./server";

await fillGaps();

// Others may be at work on this machine; what appears at once costs no test any of it.
configure({ asyncUtilTimeout: 8_000 });

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
const words = Object.keys(import.meta.glob("../locales/en/*.json")).map((path) =>
  path.slice("../locales/en/".length, -".json".length),
);
beforeEach(async () => {
  await startLanguage("en", words as (keyof Words)[]);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  server.resetHandlers();
  resetService();
  window.localStorage.clear();
  window.sessionStorage.clear();
  releasePage();
});
afterAll(() => server.close());
