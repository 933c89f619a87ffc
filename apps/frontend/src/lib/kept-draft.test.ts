import { act, renderHook, waitFor } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";

import { useKeptDraft } from "./kept-draft";

interface Body {
  text: string;
}

const KEY = "test.draft";
const saved: string[] = [];
let refuse = false;
let held: Promise<void> = Promise.resolve();

beforeEach(() => {
  saved.length = 0;
  refuse = false;
  held = Promise.resolve();
});

function start(server: Body = { text: "old" }, locked = false) {
  return renderHook(
    (props: { server: Body; locked: boolean }) =>
      useKeptDraft<string, Body>({
        storageKey: KEY,
        server: props.server,
        toBody: (text) => ({ text }),
        fromBody: ({ text }) => text,
        isReady: (text) => text !== "",
        locked: props.locked,
        save: (body) => {
          if (refuse) return Promise.reject(new TypeError("Failed to fetch"));
          saved.push(body.text);
          return held.then(() => body);
        },
      }),
    { initialProps: { server, locked } },
  );
}

const stored = () => window.localStorage.getItem(KEY);

test("what_is_typed_is_saved_after_a_pause_and_forgotten_by_the_browser", async () => {
  const { result, rerender } = start();
  expect(result.current.state).toBe("saved");

  act(() => result.current.change(() => "n"));
  act(() => result.current.change((before) => `${before}ew`));
  expect(result.current.state).toBe("waiting");
  expect(stored()).toContain("new");

  await waitFor(() => expect(saved).toEqual(["new"]), { timeout: 3000 });
  rerender({ server: { text: "new" }, locked: false });
  await waitFor(() => expect(result.current.state).toBe("saved"));
  expect(stored()).toBeNull();
});

test("who_goes_on_while_a_save_is_under_way_waits_for_it_and_for_what_was_typed_since", async () => {
  let arrive: () => void = () => undefined;
  held = new Promise((resolve) => {
    arrive = resolve;
  });
  const { result } = start();
  act(() => result.current.change(() => "new"));
  await waitFor(() => expect(result.current.state).toBe("saving"), { timeout: 3000 });
  act(() => result.current.change(() => "newer"));
  const flushed = result.current.flush();

  await act(async () => {
    arrive();
    await flushed;
  });

  expect(await flushed).toBe(true);
  expect(saved).toEqual(["new", "newer"]);
});

test("a_failed_save_keeps_what_was_typed_and_is_tried_again_on_demand", async () => {
  refuse = true;
  const { result } = start();
  act(() => result.current.change(() => "new"));
  await waitFor(() => expect(result.current.state).toBe("failed"), { timeout: 3000 });
  expect(result.current.content).toBe("new");
  expect(stored()).toContain("new");

  refuse = false;
  await act(async () => {
    expect(await result.current.flush()).toBe(true);
  });
  expect(saved).toEqual(["new"]);
});

test("a_reload_finds_what_was_not_saved", () => {
  const first = start();
  act(() => first.result.current.change(() => ""));
  expect(first.result.current.state).toBe("held");
  first.unmount();

  const second = start();
  expect(second.result.current.content).toBe("");
  expect(second.result.current.state).toBe("held");
  expect(saved).toEqual([]);
});

test("leaving_saves_what_still_waits", () => {
  const { result, unmount } = start();
  act(() => result.current.change(() => "last word"));
  unmount();
  expect(saved).toEqual(["last word"]);
});

test("nothing_is_sent_while_nothing_can_be_saved", async () => {
  vi.useFakeTimers();
  const { result, rerender } = start({ text: "old" }, true);
  act(() => result.current.change(() => "new"));
  expect(result.current.state).toBe("locked");
  await act(() => vi.advanceTimersByTimeAsync(5000));
  expect(saved).toEqual([]);

  rerender({ server: { text: "old" }, locked: false });
  await act(() => vi.advanceTimersByTimeAsync(5000));
  expect(saved).toEqual(["new"]);
});

test("news_from_elsewhere_are_taken_where_nothing_was_typed", () => {
  const { result, rerender } = start();
  rerender({ server: { text: "theirs" }, locked: false });
  expect(result.current.content).toBe("theirs");
  expect(result.current.state).toBe("saved");
});

test("news_from_elsewhere_and_typing_are_not_mixed_unasked", () => {
  const { result, rerender } = start();
  act(() => result.current.change(() => "mine"));
  rerender({ server: { text: "theirs" }, locked: false });
  expect(result.current.state).toBe("conflict");
  expect(result.current.content).toBe("mine");

  act(() => result.current.keepMine());
  expect(result.current.state).toBe("waiting");
  rerender({ server: { text: "theirs again" }, locked: false });
  act(() => result.current.takeTheirs());
  expect(result.current.content).toBe("theirs again");
  expect(result.current.state).toBe("saved");
});
