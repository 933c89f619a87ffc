import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterAll, afterEach, beforeAll, beforeEach, vi } from "vitest";

import { startLanguage } from "@/lib/language";

import { resetService, server } from "./server";

// What jsdom does not have and Mantine asks for.
window.matchMedia ??= (query: string) =>
  ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }) as unknown as MediaQueryList;
window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
window.HTMLElement.prototype.scrollIntoView = () => undefined;
if (!("fonts" in document)) Object.defineProperty(document, "fonts", { value: new EventTarget() });

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
