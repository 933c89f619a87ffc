import { screen, waitFor, within } from "@testing-library/react";
import { http, HttpResponse } from "msw";
import { beforeEach, expect, test } from "vitest";

import type { BatchPatch, BatchRead, EngineRead, VisionModelRead } from "@/api/gen/types.gen";
import { makeBatch, makeCost } from "@/testing/factories";
import { renderApp } from "@/testing/render";
import { server, service } from "@/testing/server";

const API = "*/api/v1";
const LOCAL: EngineRead = { name: "local", state: "ready", models: ["pp"], needs: "", leaves_machine: false };
const AWAY: EngineRead = {
  name: "vision",
  state: "ready",
  models: [],
  needs: "",
  leaves_machine: true,
  host: "models.example",
};
const HERE: EngineRead = { ...AWAY, name: "vision:own", leaves_machine: false, host: "127.0.0.1:9000" };

const model = (id: string, images: boolean | null): VisionModelRead => ({
  id,
  images,
  allowed: true,
  prompt_price: null,
  completion_price: null,
  probe: images === null ? null : { images, schema: true, json: true, checked_at: "2026-11-20T09:00:00Z" },
});

let patched: BatchPatch[];
let models: VisionModelRead[];

beforeEach(() => {
  patched = [];
  models = [model("seeing", true), model("blind", false)];
  server.use(
    http.get(`${API}/engines`, () => HttpResponse.json({ items: [LOCAL, AWAY, HERE], default: "local" })),
    http.get(`${API}/engines/:name/models`, () => HttpResponse.json({ items: models })),
    http.get(`${API}/templates`, () => HttpResponse.json({ items: [], total: 0 })),
    http.get(`${API}/batches/:name/images`, () => HttpResponse.json({ items: [], total: 24 })),
    http.get(`${API}/batches/:name/cost`, () => HttpResponse.json(makeCost())),
    http.patch(`${API}/batches/:name`, async ({ request }) => {
      const body = (await request.json()) as BatchPatch;
      patched.push(body);
      const options = { ...body.options } as BatchRead["options"];
      service.batches = service.batches.map((one) => ({ ...one, options }));
      return HttpResponse.json(service.batches[0]);
    }),
  );
});

async function openSetup(part: Partial<BatchRead>) {
  service.batches = [makeBatch({ name: "b", status: "draft", done: 0, pending: 24, ...part })];
  const app = renderApp("/batches/b/setup");
  await screen.findByRole("region", { name: "Fields" });
  return app;
}

test("a_model_that_sees_no_images_is_not_started_without_a_second_word", async () => {
  const { user } = await openSetup({ engine: "vision", model: "blind" });
  expect(await screen.findByText(/A probe found that blind sees no images/)).toBeInTheDocument();
  const start = screen.getByRole("button", { name: "Start reading" });
  expect(start).toBeDisabled();
  await user.click(screen.getByRole("checkbox", { name: "Read with it all the same" }));
  expect(start).toBeEnabled();
});

test("a_model_that_sees_images_or_was_not_asked_is_started_as_ever", async () => {
  await openSetup({ engine: "vision", model: "seeing" });
  await screen.findByText("sees images");
  expect(screen.getByRole("button", { name: "Start reading" })).toBeEnabled();
  expect(screen.queryByText(/sees no images/)).not.toBeInTheDocument();
});

test("a_second_reader_without_a_model_is_not_saved_and_says_so_at_its_field", async () => {
  const { user } = await openSetup({});
  const second = await screen.findByRole("combobox", { name: "Second reader" });
  await user.selectOptions(second, "vision");
  const which = await screen.findByRole("combobox", { name: "Its model" });
  expect(which).toHaveAccessibleDescription(/^Choose its model/);
  expect(await screen.findByText(/^Not saved yet/)).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Start reading" })).toBeDisabled();
  expect(patched).toEqual([]);

  await within(which).findByRole("option", { name: "seeing" });
  await user.selectOptions(which, "seeing");
  await waitFor(() => expect(patched.at(-1)?.options?.second).toEqual({ engine: "vision", model: "seeing" }));
});

test("set_up_and_readers_say_the_same_of_where_scans_go", async () => {
  const { router } = await openSetup({});
  const away = "Scans leave this machine: they go to models.example";
  const here = "Scans stay on this machine: a service here, 127.0.0.1:9000";
  expect(await screen.findByText(away)).toBeInTheDocument();
  expect(screen.getByText(here)).toBeInTheDocument();
  await router.navigate({ to: "/engines" });
  expect(await screen.findByText(away)).toBeInTheDocument();
  expect(screen.getByText(here)).toBeInTheDocument();
  expect(screen.getByText("Scans stay on this machine")).toBeInTheDocument();
});

test("the_list_of_batches_says_which_of_them_sends_scans_away_and_of_others_nothing", async () => {
  service.batches = [
    makeBatch({ name: "away", title: "Away", engine: "vision", model: "seeing" }),
    makeBatch({ name: "here", title: "Here" }),
    makeBatch({ name: "own", title: "Own", engine: "vision:own", model: "seeing" }),
    makeBatch({
      name: "second",
      title: "Second",
      options: { second: { engine: "vision", model: "seeing" } },
    }),
  ];
  renderApp("/");
  expect(await screen.findAllByText(/^Scans leave this machine/)).toHaveLength(2);
  for (const [title, leaves] of [
    ["Away", 1],
    ["Here", 0],
    ["Own", 0],
    ["Second", 1],
  ] as const) {
    const row = within(screen.getByRole("article", { name: title }));
    expect(row.queryAllByText(/^Scans leave/)).toHaveLength(leaves);
    expect(row.queryByText(/^Scans stay/)).not.toBeInTheDocument();
  }
});
