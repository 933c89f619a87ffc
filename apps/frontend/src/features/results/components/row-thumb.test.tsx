import { act, render } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { RowThumb } from "./row-thumb";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const asked = (container: HTMLElement) => container.querySelector("img")?.getAttribute("src");

test("a_row_asks_for_its_scan_when_it_has_stood_for_a_moment", () => {
  const { container } = render(<RowThumb src="/a.webp" />);
  expect(asked(container)).toBeUndefined();

  act(() => void vi.advanceTimersByTime(150));

  expect(asked(container)).toBe("/a.webp");
});

test("a_row_that_another_card_takes_at_once_never_asks_for_the_first", () => {
  const { container, rerender } = render(<RowThumb src="/a.webp" />);
  act(() => void vi.advanceTimersByTime(50));
  rerender(<RowThumb src="/b.webp" />);
  act(() => void vi.advanceTimersByTime(60));
  expect(asked(container)).toBeUndefined();

  act(() => void vi.advanceTimersByTime(50));

  expect(asked(container)).toBe("/b.webp");
});
