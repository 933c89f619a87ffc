import { File as NodeFile } from "node:buffer";

const nothing = () => undefined;

/** Every element is as large as this, and stays so. */
const VIEW = { x: 0, y: 0, top: 0, left: 0, right: 1000, bottom: 600, width: 1000, height: 600 };

class StillObserver {
  private readonly tell: ResizeObserverCallback;

  constructor(tell: ResizeObserverCallback) {
    this.tell = tell;
  }

  observe(target: Element): void {
    const size = [{ inlineSize: VIEW.width, blockSize: VIEW.height }];
    const entry = {
      target,
      contentRect: { ...VIEW, toJSON: () => VIEW },
      borderBoxSize: size,
      contentBoxSize: size,
      devicePixelContentBoxSize: size,
    };
    this.tell([entry], this);
  }

  readonly unobserve = nothing;
  readonly disconnect = nothing;
}

/** A canvas on which nothing is drawn, whatever it is told. */
function contextOf(canvas: HTMLCanvasElement): object {
  const known = { canvas, getTransform: () => ({ a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 }) };
  return new Proxy(known, { get: (target, name): unknown => Reflect.get(target, name) ?? nothing });
}

/** What jsdom lacks and browsers have, as far as the components ask for it. */
export async function fillGaps(): Promise<void> {
  define(window, "matchMedia", (query: string) => ({
    matches: false,
    media: query,
    addEventListener: nothing,
    removeEventListener: nothing,
  }));
  define(window, "ResizeObserver", StillObserver);
  // Lists that draw only what is in view ask how high the view is.
  define(window.HTMLElement.prototype, "offsetWidth", VIEW.width);
  define(window.HTMLElement.prototype, "offsetHeight", VIEW.height);
  define(window.HTMLElement.prototype, "clientWidth", VIEW.width);
  define(window.HTMLElement.prototype, "clientHeight", VIEW.height);
  define(window.HTMLCanvasElement.prototype, "getContext", function (this: HTMLCanvasElement, kind: string) {
    return kind === "2d" ? contextOf(this) : null;
  });
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
