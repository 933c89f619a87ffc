import { expect, test } from "@playwright/test";

import { expectAccessible } from "./axe";
import { samples, startReading } from "./cards";
import { OwnService } from "./own-service";

const ALL = [...samples("dissertations"), ...samples("music").slice(6, 10)];

test("a_reload_in_the_middle_heals_and_a_stop_is_felt_and_resumed", async ({ page }) => {
  await page.goto("/");
  await startReading(page, { title: "Theses", fields: "Autor, Titel, Jahr", files: ALL });
  const progress = page.getByRole("region", { name: "Progress of Theses" });
  await expect(page.getByRole("list", { name: "Just read" }).getByRole("listitem").first()).toBeVisible({
    timeout: 30_000,
  });

  await page.reload();
  await expect(page.getByText("live", { exact: true })).toBeVisible();
  await expect(progress.getByRole("progressbar")).not.toHaveAttribute("aria-valuenow", "0");
  await expect(page.getByRole("link", { name: "Verify meanwhile" })).toBeVisible();

  await page.getByRole("button", { name: "Stop reading" }).click();
  await expect(page.getByText("Stopped", { exact: true })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText(/You stopped it/)).toBeVisible();

  await page.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByText("All is read: 16 cards.")).toBeVisible({ timeout: 90_000 });
  await expectAccessible(page, () => page.getByRole("list").first().waitFor());
});

test("a_killed_service_is_noticed_and_after_its_restart_the_run_goes_on", async ({ page }) => {
  const service = new OwnService();
  await service.start();
  try {
    await page.goto(service.address);
    await startReading(page, { title: "Theses", fields: "Autor, Titel, Jahr", files: ALL });
    const progress = page.getByRole("region", { name: "Progress of Theses" });
    await expect(progress.getByRole("progressbar")).not.toHaveAttribute("aria-valuenow", "0", {
      timeout: 30_000,
    });

    await service.kill();
    await expect(page.getByText(/Connection lost/).first()).toBeVisible();
    await service.start();
    await expect(page.getByText("Interrupted", { exact: true })).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(/What was read is saved/)).toBeVisible();
    const kept = Number(await progress.getByRole("progressbar").getAttribute("aria-valuenow"));
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(16);

    await page.getByRole("button", { name: "Resume" }).click();
    await expect(page.getByText("All is read: 16 cards.")).toBeVisible({ timeout: 90_000 });
  } finally {
    await service.close();
  }
});
