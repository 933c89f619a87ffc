import { http, HttpResponse } from "msw";
import { setupServer } from "msw/node";

import type {
  BatchCreate,
  BatchRead,
  CardRead,
  CardsRemoval,
  CostRead,
  FailureRead,
  LearningRead,
  ReadingsRead,
  RecordRead,
  RefieldingPage,
  RetryRequest,
  UploadReport,
} from "@/api/gen/types.gen";

import { makeBatch, makeProblem } from "./factories";

/** A service of a few lines that keeps the contract's states; tests fill it and look into it. */
export const service = {
  batches: [] as BatchRead[],
  records: [] as RecordRead[],
  cards: [] as CardRead[],
  failures: [] as FailureRead[],
  /** What was asked to be read again: a cause, or null for all. */
  retried: [] as (string | null)[],
  created: [] as BatchCreate[],
  uploads: [] as string[][],
  refuse: null as ((name: string) => UploadReport["rejected"][number] | null) | null,
};

export function resetService(): void {
  service.batches = [];
  service.records = [];
  service.cards = [];
  service.failures = [];
  service.retried = [];
  service.created = [];
  service.uploads = [];
  service.refuse = null;
}

const API = "*/api/v1";

export function problem(status: number, detail: string, code?: string) {
  return HttpResponse.json(makeProblem(status, detail, code), {
    status,
    headers: { "Content-Type": "application/problem+json" },
  });
}

function find(name: unknown): BatchRead | undefined {
  return service.batches.find((batch) => batch.name === name);
}

function move(name: unknown, from: BatchRead["status"][], to: BatchRead["status"], status: number) {
  const batch = find(name);
  if (batch === undefined) return problem(404, "There is no such batch.", "not_found");
  if (!from.includes(batch.status)) return problem(409, `The batch is ${batch.status}.`);
  batch.status = to;
  return HttpResponse.json(batch, { status });
}

export const NOTHING_SPENT: CostRead = {
  spent: null,
  calls: 0,
  prompt_tokens: 0,
  completion_tokens: 0,
  readings: 0,
  ceiling: null,
  per_card: null,
  per_verified: null,
  estimate: null,
  waiting: 0,
};

const NOTHING_LEARNED: LearningRead = {
  verified: 0,
  least: 5,
  until_next: 5,
  training: false,
  calibrated: false,
  calibrated_from: 50,
  trend: "unknown",
  shared: false,
  model: null,
  curve: [],
  fields: [],
  normalisers: [],
};

const NOTHING_READ: ReadingsRead = { items: [], failures: [] };

const NOTHING_REFIELDED: RefieldingPage = { items: [] };

const IDLE: BatchRead["status"][] = ["draft", "completed", "cancelled", "paused", "interrupted"];

export const server = setupServer(
  http.get(`${API}/batches`, ({ request }) => {
    const query = new URL(request.url).searchParams;
    const q = (query.get("q") ?? "").toLowerCase();
    const found = service.batches.filter((batch) => batch.title.toLowerCase().includes(q));
    const offset = Number(query.get("offset") ?? 0);
    const limit = Number(query.get("limit") ?? 50);
    return HttpResponse.json({ items: found.slice(offset, offset + limit), total: found.length });
  }),
  http.post(`${API}/batches`, async ({ request }) => {
    const body = (await request.json()) as BatchCreate;
    service.created.push(body);
    const fields = (body.fields ?? []).map((field) => (typeof field === "string" ? { name: field } : field));
    const batch = makeBatch({
      name: `new-${service.created.length}`,
      title: body.title,
      fields,
      status: "draft",
      total: 0,
      done: 0,
    });
    service.batches.unshift(batch);
    return HttpResponse.json(batch, { status: 201 });
  }),
  http.post(`${API}/batches/sample`, () => {
    const batch = makeBatch({ name: "sample-1", title: "Sample", status: "draft", done: 0, pending: 24 });
    service.batches.unshift(batch);
    return HttpResponse.json(batch, { status: 201 });
  }),
  http.get(`${API}/batches/:name`, ({ params }) => {
    const batch = find(params.name);
    return batch === undefined
      ? problem(404, "There is no such batch.", "not_found")
      : HttpResponse.json(batch);
  }),
  http.delete(`${API}/batches/:name`, ({ params }) => {
    service.batches = service.batches.filter((batch) => batch.name !== params.name);
    return new HttpResponse(null, { status: 204 });
  }),
  http.post(`${API}/batches/:name/images`, async ({ params, request }) => {
    const files = (await request.formData()).getAll("files");
    const names = files.map((file) => (typeof file === "string" ? file : file.name));
    service.uploads.push(names);
    const report: UploadReport = { stored: [], skipped: [], rejected: [] };
    for (const name of names) {
      const refusal = service.refuse?.(name) ?? null;
      if (refusal !== null) report.rejected.push(refusal);
      else {
        report.stored.push({
          filename: name,
          original_name: name,
          reason: "stored",
          format: "jpeg",
          width: 10,
          height: 10,
        });
      }
    }
    const batch = find(params.name);
    if (batch !== undefined) {
      batch.total += report.stored.length;
      batch.pending += report.stored.length;
    }
    return HttpResponse.json(report);
  }),
  http.post(`${API}/batches/:name/start`, ({ params }) => move(params.name, IDLE, "running", 202)),
  http.post(`${API}/batches/:name/retry`, async ({ params, request }) => {
    const text = await request.text();
    const wanted = text === "" ? {} : (JSON.parse(text) as RetryRequest);
    service.retried.push(wanted.cause ?? null);
    return move(params.name, IDLE, "running", 202);
  }),
  http.patch(`${API}/batches/:name`, async ({ params, request }) => {
    const batch = find(params.name);
    if (batch === undefined) return problem(404, "There is no such batch.", "not_found");
    Object.assign(batch, await request.json());
    return HttpResponse.json(batch);
  }),
  http.get(`${API}/batches/:name/cards`, ({ request }) => {
    const query = new URL(request.url).searchParams;
    const q = (query.get("q") ?? "").toLowerCase();
    const found = service.cards.filter((card) => card.filename.toLowerCase().includes(q));
    const offset = Number(query.get("offset") ?? 0);
    const limit = Number(query.get("limit") ?? 100);
    return HttpResponse.json({ items: found.slice(offset, offset + limit), total: found.length });
  }),
  http.post(`${API}/batches/:name/cards/remove`, async ({ request }) => {
    const { cards } = (await request.json()) as CardsRemoval;
    service.cards = service.cards.filter((card) => !cards.includes(card.filename));
    return HttpResponse.json({ images: cards.length });
  }),
  http.get(`${API}/batches/:name/images`, () => {
    const items = service.cards.flatMap((card) => card.images);
    return HttpResponse.json({ items, total: items.length });
  }),
  http.get(`${API}/batches/:name/cost`, () => HttpResponse.json(NOTHING_SPENT)),
  http.get(`${API}/batches/:name/learning`, () => HttpResponse.json(NOTHING_LEARNED)),
  http.get(`${API}/batches/:name/readings`, () => HttpResponse.json(NOTHING_READ)),
  http.get(`${API}/batches/:name/refieldings`, () => HttpResponse.json(NOTHING_REFIELDED)),
  http.get(`${API}/batches/:name/failures`, () => HttpResponse.json({ items: service.failures })),
  http.post(`${API}/batches/:name/cancel`, ({ params }) => {
    const batch = find(params.name);
    if (batch?.status === "running") batch.status = "cancelling";
    return HttpResponse.json({ message: "Cancel requested", batch_name: params.name });
  }),
  http.get(`${API}/batches/:name/records`, ({ request }) => {
    const limit = Number(new URL(request.url).searchParams.get("limit") ?? 50);
    return HttpResponse.json({
      items: service.records.slice(0, limit),
      total: service.records.length,
      revision: 1,
    });
  }),
);
