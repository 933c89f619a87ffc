import { File as NodeFile } from "node:buffer";

const nothing = () => undefined;

/** What jsdom lacks and browsers have, as far as the components ask for it. */
export async function fillGaps(): Promise<void> {
  define(window, "matchMedia", (query: string) => ({
    matches: false,
    media: query,
    addEventListener: nothing,
    removeEventListener: nothing,
  }));
  define(
    window,
    "ResizeObserver",
    class {
      observe = nothing;
      unobserve = nothing;
      disconnect = nothing;
    },
  );
  define(window, "scrollTo", nothing);
  define(window.HTMLElement.prototype, "scrollIntoView", nothing);
  define(document, "fonts", new EventTarget());

  // jsdom's files arrive at the test service without name and content; Node's own arrive whole.
  const form = await new Response(new URLSearchParams()).formData();
  define(globalThis, "FormData", form.constructor);
  define(globalThis, "File", NodeFile);
}

function define(where: object, name: string, value: unknown): void {
  Object.defineProperty(where, name, { value, configurable: true, writable: true });
}
