import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterAll, afterEach, beforeAll, beforeEach, vi } from "vitest";

import { startLanguage } from "@/lib/language";

import { fillGaps } from "./gaps";
import { resetService, server } from "./server";

await fillGaps();

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
beforeEach(async () => {
  await startLanguage("en");
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  server.resetHandlers();
  resetService();
  window.localStorage.clear();
});
afterAll(() => server.close());
