import type { Page, Route } from "@playwright/test";

import type { BatchEvent, BatchRead, CardRead, FailureRead, RecordRead } from "../src/api/gen/types.gen";

import { samples } from "./cards";

/**
 * States that a healthy service cannot be put into at will: its answers are replaced between page and service.
 * For looking at and for the accessibility check; what works is shown with the real one.
 */
const FIELDS = ["Komponist", "Titel", "Signatur", "Verlag", "Jahr"].map((name) => ({
  name,
  type:
    name === "Signatur" ? ("shelfmark" as const) : name === "Jahr" ? ("year" as const) : ("text" as const),
}));

export function batch(part: Partial<BatchRead>): BatchRead {
  return {
    name: "b",
    title: "Musikarchiv, Schublade 7",
    status: "completed",
    reason: null,
    engine: "local",
    model: null,
    fields: FIELDS,
    options: {},
    total: 1304,
    pending: 0,
    done: 1304,
    failed: 0,
    reviewed: 0,
    created_at: "2026-11-10T08:00:00Z",
    updated_at: "2026-11-10T09:00:00Z",
    cover: [0, 1, 2].map((place) => `/batches-static/b/_thumbs/${String((part.total ?? 0) + place)}.webp`),
    ...part,
  };
}

export const DRAWERS: BatchRead[] = [
  batch({
    name: "run",
    title: "Dissertationen M–Z",
    status: "running",
    total: 2412,
    done: 1275,
    failed: 9,
    pending: 1128,
    reviewed: 288,
  }),
  batch({ name: "done", title: "Firmenkarten B.51.322", reviewed: 1121 }),
  batch({
    name: "paused",
    title: "Dissertationen A–L, gedruckte Zettel aus dem Nachlass der Universitätsbibliothek",
    status: "paused",
    engine: "vision",
    model: "gpt-4.1-mini",
    reason: "The provider says that the credit is used up. Add credit, then resume.",
    reason_code: "no_credit",
    total: 3870,
    done: 1204,
    pending: 2666,
  }),
  batch({
    name: "broken",
    title: "Thesen vor 1900",
    status: "interrupted",
    total: 618,
    done: 425,
    failed: 32,
    pending: 161,
    reviewed: 130,
  }),
  batch({
    name: "failed",
    title: "Sonaten",
    status: "completed",
    total: 24,
    done: 21,
    failed: 3,
    reviewed: 24,
  }),
  batch({ name: "stopped", title: "Lieder", status: "cancelled", total: 86, done: 20, pending: 66 }),
  batch({ name: "stopping", title: "Chöre", status: "cancelling", total: 86, done: 30, pending: 56 }),
  batch({ name: "draft", title: "Firmenkarten, Verweise", status: "draft", total: 86, done: 0, pending: 86 }),
  batch({
    name: "empty",
    title: "Neu",
    status: "draft",
    total: 0,
    done: 0,
    pending: 0,
    fields: [],
    cover: [],
  }),
];

const record = (place: number, part: Partial<RecordRead> = {}): RecordRead => {
  const data = {
    Komponist:
      ["Zimmermann, Rolf", "Zschinsky-Troxler, Elsa M. von", "Zumsteeg, Johann Rudolf"][place % 3] ?? null,
    Titel:
      place % 4 === 3
        ? null
        : "Sonate für Violine und Klavier in g-Moll, mit einer Fuge nach alter Art, op. 12 Nr. 3",
    Signatur: `Spez.12.${430 + place}`,
    Verlag: place % 2 === 0 ? null : "Hug & Co.",
    Jahr: String(1890 + place),
  };
  return {
    filename: `00${4100 + place}.jpg`,
    images: [],
    batch: "done",
    success: true,
    status: "done",
    data,
    extracted: data,
    confidence: {
      Komponist: 0.99,
      Titel: 0.81 - 0.1 * (place % 4),
      Signatur: 0.95 - 0.2 * (place % 3),
      Verlag: 0.94 - 0.3 * (place % 4),
      Jahr: 0.97,
    },
    evidence: {},
    sources: {},
    review: place === 1 ? { Komponist: "accepted", Titel: "corrected" } : {},
    text: "",
    error: null,
    cause: null,
    engine: "local",
    model: null,
    attempts: 1,
    duration: 0.8,
    processed_at: "2026-11-10T09:00:00Z",
    version: 1,
    ...part,
  };
};

const RECORDS: RecordRead[] = Array.from({ length: 20 }, (_, place) =>
  record(
    place,
    place === 4
      ? { success: false, status: "failed", error: "No text found on this card.", cause: "no_text" }
      : {},
  ),
);

/** Every fourth card has a back. */
const CARDS: CardRead[] = Array.from({ length: 86 }, (_, place) => {
  const name = `00${4100 + place}`;
  const sides = place % 4 === 0 ? [`${name}_a.jpg`, `${name}_b.jpg`] : [`${name}.jpg`];
  return {
    filename: sides[0] ?? "",
    status: place % 9 === 5 ? "failed" : "pending",
    review: "none",
    images: sides.map((filename, side) => ({
      filename,
      original_name: filename,
      card: sides[0] ?? "",
      side,
      status: "pending",
      format: "jpeg",
      media_type: "image/jpeg",
      width: 1480,
      height: 1030,
      bytes: 214_000,
      sha256: filename,
      source_sha256: filename,
      page: null,
      source_name: null,
      blank: false,
      folder: "",
      url: `/batches-static/b/${place + side}.webp`,
      view_url: `/batches-static/b/${place + side}.webp`,
      thumbnail_url: `/batches-static/b/_thumbs/${place + side}.webp`,
    })),
  };
});

const FAILURES: FailureRead[] = [
  {
    cause: "no_text",
    count: 25,
    error: "No text was found on this card.",
    cards: CARDS.slice(0, 12).map((card) => card.filename),
  },
  { cause: "timeout", count: 6, error: "The reader did not answer within 120 s.", cards: ["004112.jpg"] },
  {
    cause: "undecodable",
    count: 1,
    error: "The file ends in the middle of the image.",
    cards: ["004117.jpg"],
  },
];

const problem = (route: Route, status: number, detail: string) =>
  route.fulfill({
    status,
    contentType: "application/problem+json",
    body: JSON.stringify({ type: "about:blank", title: "Trouble", status, detail, code: "trouble" }),
  });

async function list(page: Page, items: BatchRead[]): Promise<void> {
  await page.route("**/api/v1/batches?*", (route) => route.fulfill({ json: { items, total: items.length } }));
  await page.route("**/api/v1/batches/*", (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1);
    return route.fulfill({ json: items.find((one) => one.name === name) ?? items[0] });
  });
  const scans = [...samples("music"), ...samples("dissertations")];
  await page.route("**/batches-static/**", (route) => {
    const place = Number(/(\d+)\.webp$/.exec(route.request().url())?.[1] ?? 0);
    return route.fulfill({ path: scans[place % scans.length]! });
  });
  await page.route("**/records?*", (route) => route.fulfill({ json: { items: RECORDS, total: 1304 } }));
  await page.route("**/cards?*", (route) => route.fulfill({ json: { items: CARDS, total: CARDS.length } }));
  await page.route("**/images?*", (route) => route.fulfill({ json: { items: [], total: 0 } }));
  await page.route("**/failures", (route) => route.fulfill({ json: { items: FAILURES } }));
}

async function socket(page: Page, events: BatchEvent[], close: boolean): Promise<void> {
  let calls = 0;
  await page.routeWebSocket("**/ws/task/*", (ws) => {
    calls += 1;
    if (close && calls > 1) {
      void ws.close({ code: 1012 });
      return;
    }
    for (const event of events) ws.send(JSON.stringify(event));
    if (close) setTimeout(() => void ws.close({ code: 1012 }), 1200);
  });
}

const counts = {
  batch: "run",
  status: "running",
  total: 2412,
  done: 1275,
  failed: 9,
  pending: 1128,
  rate: 1.35,
  eta: 840,
} as const;
const cards = RECORDS.slice(0, 12).map(({ filename, success, data, error, cause }) => ({
  filename,
  success,
  data: success ? data : null,
  error,
  cause,
}));
const LIVE: BatchEvent[] = [
  { type: "snapshot", seq: 1, ...counts },
  { type: "progress", seq: 2, ...counts, cards },
];

export interface State {
  name: string;
  path: string;
  /** Puts the answers in place. */
  set: (page: Page) => Promise<unknown>;
  /** What a person does until it is there. */
  act?: (page: Page) => Promise<unknown>;
}

export const STATES: State[] = [
  { name: "batches", path: "/", set: (page) => list(page, DRAWERS) },
  { name: "batches-empty", path: "/", set: (page) => list(page, []) },
  {
    name: "batches-loading",
    path: "/",
    set: (page) => page.route("**/api/v1/batches?*", () => new Promise(() => undefined)),
  },
  {
    name: "batches-error",
    path: "/",
    set: (page) =>
      page.route("**/api/v1/batches?*", (route) =>
        problem(route, 500, "The database file is damaged. Run `indexcards check`."),
      ),
    act: (page) => page.getByRole("alert").waitFor(),
  },
  {
    name: "batches-offline",
    path: "/",
    set: (page) => page.route("**/api/v1/batches?*", (route) => route.abort()),
    act: (page) => page.getByRole("alert").waitFor(),
  },
  { name: "batches-no-match", path: "/?q=Brahms", set: (page) => list(page, []) },
  {
    name: "progress",
    path: "/batches/run/run",
    set: async (page) => {
      await list(page, DRAWERS.slice(0, 3));
      await socket(page, LIVE, false);
    },
    act: (page) => page.getByText("Spez.12.441").waitFor(),
  },
  {
    name: "progress-lost",
    path: "/batches/run/run",
    set: async (page) => {
      await list(page, DRAWERS.slice(0, 3));
      await socket(page, LIVE, true);
    },
    act: (page) => page.getByText(/^(Connection lost|Verbindung verloren).* (goes on|geht weiter)/).waitFor(),
  },
  ...["paused", "broken", "failed", "draft", "empty"].map((name) => ({
    name: `progress-${name}`,
    path: `/batches/${name}/run`,
    set: async (page: Page) => {
      await list(page, DRAWERS);
      await socket(page, [], false);
    },
    act: (page: Page) => page.getByRole("progressbar").waitFor(),
  })),
  {
    name: "progress-cause",
    path: "/batches/failed/run",
    set: async (page) => {
      await list(page, DRAWERS);
      await socket(page, [], false);
    },
    act: (page) => page.locator("main [aria-expanded]").first().click(),
  },
  {
    name: "progress-error",
    path: "/batches/failed/run",
    set: async (page) => {
      await list(page, DRAWERS);
      await page.route("**/api/v1/batches/failed", (route) =>
        problem(route, 500, "The disk does not answer."),
      );
    },
    act: (page) => page.getByRole("alert").waitFor(),
  },
  {
    name: "results-none",
    path: "/batches/empty/results",
    set: async (page) => {
      await list(page, [
        batch({ name: "empty", title: "Neu", status: "draft", total: 0, done: 0, pending: 0 }),
      ]);
      await page.route("**/records?*", (route) => route.fulfill({ json: { items: [], total: 0 } }));
    },
    act: (page) => page.getByRole("link", { name: /^(To Progress|Zum Fortschritt)/ }).waitFor(),
  },
  {
    name: "results-not-saved",
    path: "/batches/done/results",
    set: async (page) => {
      await list(page, [batch({ name: "done", title: "Firmenkarten B.51.322" })]);
      await page.route("**/records/00*", (route) =>
        route.request().method() === "PATCH" ? problem(route, 507, "The disk is full.") : route.abort(),
      );
    },
    act: async (page) => {
      await page.locator("[data-row='2'] [data-column='4']").click();
      await page.keyboard.type("Neu");
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: /^(Show the value|Den nicht gespeicherten Wert)/ }).click();
      await page.getByTestId("peek").getByRole("alert").waitFor();
    },
  },
  {
    name: "verify-unread",
    path: "/batches/empty/verify",
    set: async (page) => {
      await list(page, [
        batch({ name: "empty", title: "Neu", status: "draft", total: 3, done: 0, pending: 3 }),
      ]);
      await page.route("**/queue?*", (route) => route.fulfill({ json: { items: [], total: 0 } }));
    },
    act: (page) => page.getByRole("heading", { name: /^(Nothing to verify|Noch nichts zu)/ }).waitFor(),
  },
  {
    name: "no-such-batch",
    path: "/batches/none/results",
    set: async (page) => {
      await page.route("**/api/v1/batches/none", (route) =>
        problem(route, 404, "There is no batch called 'none'."),
      );
    },
  },
  { name: "no-such-place", path: "/nowhere", set: () => Promise.resolve() },
  { name: "new", path: "/?panel=new", set: (page) => list(page, DRAWERS) },
  {
    name: "new-mistakes",
    path: "/?panel=new",
    set: (page) => list(page, DRAWERS),
    act: (page) => page.locator("form button[type=submit]").click(),
  },
  {
    name: "uploading",
    path: "/batches/draft/images",
    set: async (page) => {
      await list(page, DRAWERS);
      let request = 0;
      await page.route("**/api/v1/**/images", (route) => {
        request += 1;
        if (request === 1)
          return route.fulfill({
            json: {
              stored: [],
              skipped: [
                {
                  original_name: "000000.jpg",
                  code: "duplicate",
                  reason: "Already in this batch as 000000.jpg.",
                },
              ],
              rejected: [
                {
                  original_name: "scan_0117.jpg",
                  code: "damaged",
                  reason: "The file ends in the middle of the image. Scan it again.",
                },
                {
                  original_name: "Findbuch.docx",
                  code: "not_an_image",
                  reason: "Not an image. Accepted: JPEG, PNG, TIFF, JPEG 2000, HEIC, WebP, PDF.",
                },
              ],
            },
          });
        if (request === 2)
          return problem(route, 507, "The disk is full. Free some space, then send these files again.");
        return new Promise(() => undefined);
      });
    },
    act: async (page) => {
      const files = Array.from({ length: 720 }, (_, i) => ({
        name: `${String(i).padStart(6, "0")}.jpg`,
        mimeType: "image/jpeg",
        buffer: Buffer.alloc(1000 + i),
      }));
      await page.getByTestId("choose-files").setInputFiles(files);
      await page.getByText("Findbuch.docx").waitFor();
      await page.getByRole("alert").waitFor();
    },
  },
  {
    name: "images",
    path: "/batches/draft/images",
    set: (page) => list(page, DRAWERS),
    act: async (page) => {
      await page.getByRole("option").nth(2).click();
      await page
        .getByRole("option")
        .nth(5)
        .click({ modifiers: ["Control"] });
    },
  },
  {
    name: "images-none",
    path: "/batches/empty/images",
    set: async (page) => {
      await list(page, DRAWERS);
      await page.route("**/cards?*", (route) => route.fulfill({ json: { items: [], total: 0 } }));
    },
    act: (page) => page.getByText(/^(No card yet|Noch keine Karte)/).waitFor(),
  },
  {
    name: "images-error",
    path: "/batches/draft/images",
    set: async (page) => {
      await list(page, DRAWERS);
      await page.route("**/cards?*", (route) => problem(route, 500, "The disk does not answer."));
    },
    act: (page) => page.getByRole("alert").waitFor(),
  },
  {
    name: "images-locked",
    path: "/batches/run/images",
    set: (page) => list(page, DRAWERS),
    act: (page) => page.getByRole("option").first().waitFor(),
  },
  {
    name: "images-look",
    path: "/batches/draft/images",
    set: (page) => list(page, DRAWERS),
    act: async (page) => {
      await page.getByRole("option").first().dblclick();
      await page.getByRole("dialog").getByRole("img").first().waitFor();
    },
  },
  {
    name: "images-remove",
    path: "/batches/draft/images",
    set: (page) => list(page, DRAWERS),
    act: async (page) => {
      await page.getByRole("option").first().click();
      await page.getByRole("button", { name: /^(Remove|Entfernen) …$/ }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "rename",
    path: "/",
    set: (page) => list(page, DRAWERS),
    act: async (page) => {
      await page.locator("#more-failed").click();
      await page.getByRole("menuitem", { name: /^(Rename|Umbenennen)$/ }).click();
      await page.getByRole("textbox").waitFor();
    },
  },
  {
    name: "menu",
    path: "/",
    set: (page) => list(page, DRAWERS),
    act: async (page) => {
      await page.locator("#more-failed").click();
      await page.getByRole("menu").waitFor();
    },
  },
  {
    name: "theme-menu",
    path: "/",
    set: (page) => list(page, DRAWERS),
    act: async (page) => {
      await page.getByRole("button", { name: /^(Appearance|Darstellung)/ }).click();
      await page.getByRole("menu").waitFor();
    },
  },
  {
    name: "delete",
    path: "/",
    set: (page) => list(page, DRAWERS),
    act: async (page) => {
      await page.locator("#more-failed").click();
      await page.getByRole("menuitem", { name: /^(Delete|Löschen)/ }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "conflict",
    path: "/",
    set: async (page) => {
      await list(page, DRAWERS.slice(3));
      await page.route("**/start", (route) => problem(route, 409, "The batch is running, cannot start."));
    },
    act: async (page) => {
      await page
        .getByRole("button", { name: /^(Resume|Fortsetzen)$/ })
        .first()
        .click();
      await page.getByRole("alert").waitFor();
    },
  },
];
