import type { Page } from "@playwright/test";

interface Watched {
  longest: number;
  files: File[];
}

declare global {
  interface Window {
    many: Watched;
  }
}

/** Small scans, made in the page: each a picture of its own, and the same ones each time. */
export async function makeFiles(page: Page, count: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    const canvas = document.createElement("canvas");
    canvas.width = 96;
    canvas.height = 64;
    const pen = canvas.getContext("2d")!;
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, 96, 64);
    pen.fillStyle = "#111";
    pen.fillText("Karte", 8, 24);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.6));
    const picture = new Uint8Array(await blob!.arrayBuffer());
    const files: File[] = [];
    for (let place = 0; place < wanted; place += 1) {
      const name = `${String(place).padStart(6, "0")}.jpg`;
      // A comment behind the first two bytes makes the file another one.
      const words = new TextEncoder().encode(name);
      const comment = new Uint8Array([0xff, 0xfe, 0, words.length + 2, ...words]);
      files.push(new File([picture.slice(0, 2), comment, picture.slice(2)], name, { type: "image/jpeg" }));
    }
    window.many = { longest: 0, files };
  }, count);
}

/** Watches the main thread from now on and drops the files; `longestTask` tells the worst of it. */
export async function dropFiles(page: Page): Promise<void> {
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    for (const file of window.many.files) transfer.items.add(file);
    return new Promise<void>((resolve) => {
      // What the test itself cost is over before the watch begins.
      setTimeout(() => {
        new PerformanceObserver((seen) => {
          for (const { duration } of seen.getEntries()) {
            window.many.longest = Math.max(window.many.longest, duration);
          }
        }).observe({ type: "longtask" });
        document
          .querySelector("#main [role=group]")!
          .dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
        resolve();
      }, 500);
    });
  });
}

/** Milliseconds. */
export function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => window.many.longest);
}
