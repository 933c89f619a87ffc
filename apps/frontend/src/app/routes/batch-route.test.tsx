import { screen, waitFor } from "@testing-library/react";
import { http } from "msw";
import { expect, test } from "vitest";

import { renderApp } from "@/testing/render";
import { problem, server } from "@/testing/server";

test.each(["images", "setup", "run", "results", "verify"])(
  "a_batch_that_does_not_exist_has_no_%s_but_a_way_to_the_batches",
  async (place) => {
    server.use(
      http.get("*/api/v1/batches/:name/queue", () => problem(404, "There is no such batch.", "not_found")),
    );
    renderApp(`/batches/nowhere/${place}`);
    await waitFor(() => {
      expect(screen.getByText(/^There is no such batch/)).toBeInTheDocument();
      expect(screen.getByRole("link", { name: "To the batches" })).toHaveAttribute("href", "/");
      expect(screen.queryByRole("link", { name: "Results" })).not.toBeInTheDocument();
    });
  },
);
