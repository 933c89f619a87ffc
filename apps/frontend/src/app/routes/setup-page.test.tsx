import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";

import type { BatchPatch, BatchRead, ImageRead, TriedCard, TryReport, TryRequest } from "@/api/gen/types.gen";
import { makeBatch } from "@/testing/factories";
import { renderApp } from "@/testing/render";
import { problem, server, service } from "@/testing/server";

const API = "*/api/v1";
const patched: BatchPatch[] = [];
const tried: TryRequest[] = [];

const image: ImageRead = {
  filename: "000001.jpg",
  original_name: "000001.jpg",
  card: "000001.jpg",
  side: 0,
  status: "pending",
  format: "jpeg",
  media_type: "image/jpeg",
  width: 1500,
  height: 900,
  bytes: 1000,
  sha256: "0",
  source_sha256: "0",
  page: null,
  source_name: null,
  blank: false,
  folder: "",
  url: "/batches-static/b/000001.jpg",
  view_url: "/batches-static/b/000001.jpg",
  thumbnail_url: "/batches-static/b/_thumbs/000001.webp",
};

function card(filename: string, part: Partial<TriedCard> = {}): TriedCard {
  return {
    filename,
    images: [{ filename, url: `/batches-static/b/${filename}`, width: 1500, height: 900 }],
    success: true,
    data: { Composer: "Schubert, Franz", Title: null },
    confidence: { Composer: 0.95, Title: 0.4 },
    evidence: { Composer: [{ image: 0, box: [0.1, 0.1, 0.3, 0.05] }] },
    sources: {},
    text: "",
    error: null,
    cause: null,
    duration: 0.7,
    repeated: false,
    ...part,
  };
}

const torn = card("000003.jpg", {
  success: false,
  data: {},
  confidence: {},
  error: "The card is torn.",
  cause: "undecodable",
});
const report: TryReport = {
  engine: "local",
  model: "pp-ocrv6-small",
  duration: 2.4,
  cards: [card("000001.jpg"), torn],
};

beforeEach(() => {
  patched.length = 0;
  tried.length = 0;
  server.use(
    http.get(`${API}/engines`, () =>
      HttpResponse.json({
        items: [
          { name: "local", state: "ready", models: ["pp-ocrv6-small"], needs: "", leaves_machine: false },
        ],
        default: "local",
      }),
    ),
    http.get(`${API}/templates`, () => HttpResponse.json({ items: [], total: 0 })),
    http.get(`${API}/batches/:name/images`, () => HttpResponse.json({ items: [image], total: 24 })),
    http.patch(`${API}/batches/:name`, async ({ request }) => {
      const body = (await request.json()) as BatchPatch;
      patched.push(body);
      const fields = (body.fields ?? []).map((field) =>
        typeof field === "string" ? { name: field } : field,
      );
      service.batches = service.batches.map((batch) => ({ ...batch, fields }));
      return HttpResponse.json(service.batches[0]);
    }),
    http.post(`${API}/batches/:name/try`, async ({ request }) => {
      tried.push((await request.json()) as TryRequest);
      return HttpResponse.json(report);
    }),
  );
});

async function openSetup(part: Partial<BatchRead> = {}) {
  service.batches = [
    makeBatch({
      name: "b",
      status: "draft",
      done: 0,
      pending: 24,
      fields: [{ name: "Composer" }, { name: "Title" }],
      ...part,
    }),
  ];
  const app = renderApp("/batches/b/setup");
  await screen.findByRole("region", { name: "Fields" });
  return app;
}

test("what_is_typed_is_saved_by_itself", async () => {
  const { user } = await openSetup();
  await user.click(screen.getByRole("button", { name: /^Title/ }));
  await user.type(screen.getByRole("textbox", { name: "Name" }), " page");
  expect(screen.getByText("Will be saved in a moment")).toBeVisible();
  await waitFor(() => expect(screen.getByText("Saved")).toBeVisible(), { timeout: 5000 });
  expect(patched.at(-1)?.fields).toMatchObject([{ name: "Composer" }, { name: "Title page" }]);
});

test("the_services_no_is_shown_and_the_typing_stays", async () => {
  server.use(
    http.patch(`${API}/batches/:name`, () =>
      problem(409, "The batch is running; it can be changed when it is not."),
    ),
  );
  const { user } = await openSetup();
  await user.click(screen.getByRole("button", { name: "Add field" }));
  await user.keyboard("Year");
  const alert = await screen.findByRole("alert", {}, { timeout: 5000 });
  expect(alert).toHaveTextContent("The batch is running; it can be changed when it is not.");
  expect(within(alert).getByRole("button", { name: "Try again" })).toBeVisible();
  expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("Year");
  expect(screen.getByRole("button", { name: "Start reading" })).toBeDisabled();
});

test("a_running_batch_is_not_changed_and_says_why", async () => {
  await openSetup({ status: "running" });
  expect(screen.getByText(/This batch is being read/)).toBeVisible();
  expect(screen.getByRole("button", { name: "Add field" })).toBeDisabled();
  expect(screen.getByRole("button", { name: "Try it on 3 cards" })).toBeEnabled();
  expect(screen.getAllByRole("link", { name: "See the progress" })[0]).toHaveAttribute(
    "href",
    "/batches/b/run",
  );
});

test("a_trial_shows_values_and_says_which_card_failed_and_why", async () => {
  const { user } = await openSetup();
  await user.click(screen.getByRole("button", { name: "Try it on 3 cards" }));
  const values = within(await screen.findByRole("list", { name: "What was read from 000001.jpg" }));
  expect(values.getByRole("button", { name: /Composer Schubert, Franz sure 0.95/ })).toBeVisible();
  expect(values.getByRole("button", { name: /Title empty/ })).toBeVisible();
  expect(screen.getByText("Found 1 of 2 fields")).toBeVisible();
  expect(tried[0]).toMatchObject({ fields: [{ name: "Composer" }, { name: "Title" }], engine: "local" });

  await user.click(screen.getByRole("button", { name: /^000003/ }));
  expect(screen.getByRole("alert")).toHaveTextContent("000003.jpg could not be read.The card is torn.");
});

test("a_trial_that_fails_can_be_tried_again", async () => {
  server.use(
    http.post(`${API}/batches/:name/try`, () => problem(409, "The key is missing."), { once: true }),
  );
  const { user } = await openSetup();
  await user.click(screen.getByRole("button", { name: "Try it on 3 cards" }));
  const alert = await screen.findByRole("alert");
  expect(alert).toHaveTextContent("The key is missing.");
  await user.click(within(alert).getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("list", { name: /What was read/ })).toBeVisible();
});

test("without_images_and_fields_each_missing_thing_has_its_next_step", async () => {
  await openSetup({ fields: [], total: 0, pending: 0 });
  expect(screen.getByRole("textbox", { name: "List of names" })).toBeVisible();
  expect(screen.getByRole("button", { name: "Make fields" })).toBeDisabled();
  expect(screen.getByText("There are no images yet.")).toBeVisible();
  expect(screen.getByRole("link", { name: "Add images" })).toHaveAttribute("href", "/batches/b/images");
});

test("a_list_pasted_into_a_name_makes_a_field_of_each", async () => {
  const { user } = await openSetup({ fields: [] });
  await user.click(screen.getByRole("button", { name: "Add field" }));
  await user.paste("Composer\tTitle\tYear");
  expect(screen.getByText("3 fields")).toBeVisible();
  await waitFor(() => expect(patched.at(-1)?.fields).toHaveLength(3), { timeout: 5000 });
});
