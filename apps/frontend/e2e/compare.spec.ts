import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { basename, resolve } from "node:path";

import { expect, test } from "@playwright/test";

import type { BatchRead, QueuePage } from "../src/api/gen/types.gen";

import { expectAccessible, speak } from "./axe";
import { samples } from "./cards";
import { OwnService } from "./own-service";

type Values = Record<string, string | null>;

const TRUTH = JSON.parse(
  readFileSync(resolve("../../data/samples/dissertations/truth.json"), "utf8"),
) as Record<string, Values>;
const CARDS = samples("dissertations").map((file) => basename(file));
const FIELDS = Object.keys(TRUTH[CARDS[0]!]!).filter((field) => field !== "type");
const CONTESTED = FIELDS[0]!;

test.describe.configure({ mode: "serial" });

/** A provider of our own: alpha is right but for one field, beta but for another; cards go by their order. */
class Provider {
  private readonly seen = new Map<string, number>();
  private readonly server: Server = createServer((request, answer) => {
    let text = "";
    request.on("data", (part: Buffer) => (text += part.toString()));
    request.on("end", () => {
      answer.setHeader("Content-Type", "application/json");
      answer.end(JSON.stringify(request.method === "GET" ? { data: MODELS } : this.said(text)));
    });
  });

  private said(text: string) {
    const { model } = JSON.parse(text) as { model: string };
    const turn = this.seen.get(model) ?? 0;
    this.seen.set(model, turn + 1);
    const values = { ...TRUTH[CARDS[turn % CARDS.length]!]! };
    const wrong = model === "alpha" ? CONTESTED : FIELDS[1]!;
    const reply = Object.fromEntries(
      FIELDS.map((field) => [field, field === wrong ? `Wrong ${turn}` : (values[field] ?? null)]),
    );
    return {
      id: "x",
      model,
      choices: [
        { index: 0, finish_reason: "stop", message: { role: "assistant", content: JSON.stringify(reply) } },
      ],
      usage: { prompt_tokens: 100, completion_tokens: 10, cost: model === "alpha" ? 0.0002 : 0.0009 },
    };
  }

  async open(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, "127.0.0.1", done));
    const address = this.server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    return `http://127.0.0.1:${address.port}/v1`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

const MODELS = ["alpha", "beta"].map((id) => ({ id, architecture: { input_modalities: ["text", "image"] } }));
const provider = new Provider();
const service = new OwnService();
let api: string;
let name: string;

async function call<T>(method: string, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${api}${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function settled(): Promise<void> {
  await expect(async () => {
    expect((await call<BatchRead>("GET", `/${name}`)).status).toBe("completed");
  }).toPass({ timeout: 170_000 });
}

test.beforeAll(async () => {
  test.setTimeout(400_000);
  const base_url = await provider.open();
  // One call at a time: the provider knows a card by its turn.
  process.env.INDEXCARDS_PROVIDERS = JSON.stringify([
    { name: "own", base_url, key: "k", models: ["alpha", "beta"], calls: 1 },
  ]);
  await service.start();
  delete process.env.INDEXCARDS_PROVIDERS;
  api = `${service.address}/api/v1/batches`;
  const wanted = { title: "Two readers", fields: FIELDS, engine: "vision", model: "alpha" };
  name = (await call<BatchRead>("POST", "", wanted)).name;
  const form = new FormData();
  for (const file of samples("dissertations"))
    form.append("files", new File([readFileSync(file)], basename(file), { type: "image/jpeg" }));
  await fetch(`${api}/${name}/images`, { method: "POST", body: form });
  await call("POST", `/${name}/start`);
  await settled();
  await call("POST", `/${name}/readings`, { engine: "vision", model: "beta" });
  await settled();
});

test.afterAll(async () => {
  provider.close();
  await service.close();
});

test("two_readers_differ_and_one_key_takes_the_others_value", async ({ page }) => {
  const order = (await call<QueuePage>("GET", `/${name}/queue?show=differ&order=card`)).items;
  expect(order.length).toBe(CARDS.length);
  const first = order[0]!.filename;
  await page.goto(`${service.address}/batches/${name}/verify?order=card`);
  await page
    .getByRole("combobox", { name: "Which cards" })
    .selectOption({ label: `Readers differ (${CARDS.length})` });
  await expect(page).toHaveURL(/show=differ/);
  await expect(page).toHaveURL(new RegExp(first));
  const input = page.locator(`[data-field="${CONTESTED}"]`);
  await expect(input).toBeFocused();
  await expect(input).toHaveValue(/^Wrong/);
  const said = page.getByRole("list", { name: "What the readers say" });
  await expect(said.getByRole("button", { pressed: true })).toContainText("not found on the card");
  await expect(said).toContainText("beta");
  await expectAccessible(page, () => expect(input).toBeFocused());
  await speak(page, "en");
  await page.reload();
  await expect(input).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(input).toHaveValue(TRUTH[first]![CONTESTED]!);
  await page.keyboard.press("Enter");
  await expect(async () => {
    const record = await call<{ data: Values }>("GET", `/${name}/records/${first}`);
    expect(record.data[CONTESTED]).toBe(TRUTH[first]![CONTESTED]);
  }).toPass();
});

test("the_table_shows_the_cards_on_which_readers_differ", async ({ page }) => {
  const open = await call<QueuePage>("GET", `/${name}/queue?show=differ`);
  await page.goto(`${service.address}/batches/${name}/results`);
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByRole("combobox", { name: "Readers" }).selectOption("open");
  await page.getByRole("button", { name: "Show these" }).click();
  await expect(page).toHaveURL(/differ=open/);
  await expect(page.getByRole("grid")).toHaveAttribute("aria-rowcount", String(open.total + 1));
  await expectAccessible(page, () => page.getByRole("grid").waitFor());
  await speak(page, "en");
  await page.reload();
  await page.getByRole("button", { name: "Remove filter Readers: differ, not judged yet" }).click();
  await expect(page.getByRole("grid")).toHaveAttribute("aria-rowcount", String(CARDS.length + 1));
});

test("readers_are_compared_on_a_file_and_the_batch_is_set_to_one", async ({ page }) => {
  test.setTimeout(300_000);
  await page.goto(`${service.address}/batches/${name}/compare`);
  await expect(page.getByRole("heading", { level: 1, name: "Compare readers" })).toBeVisible();
  await page.locator('input[type="file"]').setInputFiles({
    name: "truth.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(TRUTH)),
  });
  await expect(page.getByText(`${CARDS.length} cards of the file`)).toBeVisible();
  await page.getByRole("button", { name: "Compare", exact: true }).click();
  await expect(page.getByText(`Measured on ${CARDS.length} cards of a file`)).toBeVisible({
    timeout: 240_000,
  });
  const row = page
    .getByRole("row")
    .filter({ hasText: /^alpha \+ beta \+/ })
    .last();
  await expect(row).toContainText(/0\.\d{3}/);
  await expect(page.getByText(/^Suggested: /)).toBeVisible();
  await expectAccessible(page, () => expect(row).toContainText(/0[.,]\d{3}/));
  await speak(page, "en");
  await page.reload();
  await row.getByRole("button", { name: /^Use/ }).click();
  await expect(row).toContainText("in use");
  const batch = await call<BatchRead>("GET", `/${name}`);
  expect(batch.options.second).toEqual({ engine: "vision", model: "beta" });
});
