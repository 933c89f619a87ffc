import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";

import { renderApp } from "@/testing/render";

test.each(["images", "setup", "run", "results", "verify"])(
  "a_batch_that_does_not_exist_has_no_%s_but_a_way_to_the_batches",
  async (place) => {
    renderApp(`/batches/nowhere/${place}`);
    await waitFor(() => {
      expect(screen.getByText(/^There is no such batch/)).toBeInTheDocument();
      expect(screen.getByRole("link", { name: "To the batches" })).toHaveAttribute("href", "/");
      expect(screen.queryByRole("link", { name: "Results" })).not.toBeInTheDocument();
    });
  },
);
