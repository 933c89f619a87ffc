import { beforeEach, expect, test, vi } from "vitest";

import { counts, FakeSocket } from "@/testing/fake-socket";

import { BatchStream } from "./batch-stream";

beforeEach(() => {
  FakeSocket.all = [];
  vi.useFakeTimers();
});

function listen() {
  const stream = new BatchStream({ open: () => new FakeSocket(), random: () => 1 });
  const seen = vi.fn();
  const leave = stream.subscribe(seen);
  return { stream, seen, leave };
}

test("it_connects_with_the_first_listener_and_hangs_up_with_the_last", () => {
  const { stream, leave } = listen();
  const second = stream.subscribe(() => undefined);
  expect(FakeSocket.all).toHaveLength(1);

  leave();
  expect(FakeSocket.last.closed).toBe(false);
  second();
  expect(FakeSocket.last.closed).toBe(true);
});

test("a_snapshot_is_shown_at_once_and_progress_once_a_second", () => {
  const { stream, seen } = listen();
  FakeSocket.last.say({ type: "snapshot", ...counts({ seq: 1, done: 1 }) });
  expect(stream.get().link).toBe("live");
  expect(seen).toHaveBeenCalledTimes(1);

  for (const seq of [2, 3, 4])
    FakeSocket.last.say({ type: "progress", ...counts({ seq, done: seq }), cards: [] });
  expect(stream.get().counts?.done).toBe(1);

  vi.advanceTimersByTime(1000);
  expect(seen).toHaveBeenCalledTimes(2);
  expect(stream.get().counts?.done).toBe(4);
});

test("the_end_is_not_held_back", () => {
  const { stream } = listen();
  FakeSocket.last.say({ type: "progress", ...counts({ seq: 2 }), cards: [] });
  FakeSocket.last.say({ type: "finished", ...counts({ seq: 3, status: "completed" }) });
  expect(stream.get().finished).toBe(true);
});

test("a_lost_connection_is_said_and_tried_again_ever_later", () => {
  const { stream } = listen();
  FakeSocket.last.say({ type: "snapshot", ...counts() });

  FakeSocket.last.drop();
  expect(stream.get().link).toBe("lost");
  expect(stream.get().counts?.done).toBe(9);

  vi.advanceTimersByTime(500);
  expect(FakeSocket.all).toHaveLength(2);
  FakeSocket.last.drop();
  vi.advanceTimersByTime(999);
  expect(FakeSocket.all).toHaveLength(2);
  vi.advanceTimersByTime(1);
  expect(FakeSocket.all).toHaveLength(3);

  FakeSocket.last.say({ type: "snapshot", ...counts({ seq: 40, done: 20 }) });
  expect(stream.get()).toMatchObject({ link: "live", counts: { done: 20 } });
  FakeSocket.last.drop();
  vi.advanceTimersByTime(500);
  expect(FakeSocket.all).toHaveLength(4);
});

test("it_never_waits_longer_than_a_quarter_minute", () => {
  listen();
  for (let loss = 0; loss < 12; loss += 1) {
    FakeSocket.last.drop();
    vi.advanceTimersByTime(15_000);
  }
  expect(FakeSocket.all).toHaveLength(13);
});

test("the_network_coming_back_ends_the_waiting", () => {
  listen();
  for (let loss = 0; loss < 5; loss += 1) {
    FakeSocket.last.drop();
    vi.advanceTimersByTime(15_000);
  }
  FakeSocket.last.drop();
  window.dispatchEvent(new Event("online"));
  expect(FakeSocket.all).toHaveLength(7);

  vi.advanceTimersByTime(15_000);
  expect(FakeSocket.all).toHaveLength(7);
});

test("a_refusal_is_final", () => {
  const { stream } = listen();
  FakeSocket.last.drop(1008);
  vi.advanceTimersByTime(60_000);

  expect(stream.get().link).toBe("refused");
  expect(FakeSocket.all).toHaveLength(1);
});

test("what_is_no_event_changes_nothing", () => {
  const { stream, seen } = listen();
  FakeSocket.last.sayRaw("hello");
  FakeSocket.last.sayRaw(new Blob());
  expect(seen).not.toHaveBeenCalled();
  expect(stream.get().link).toBe("connecting");
});

test("nothing_rings_after_the_last_listener_left", () => {
  const { leave } = listen();
  FakeSocket.last.drop();
  leave();
  vi.advanceTimersByTime(60_000);
  expect(FakeSocket.all).toHaveLength(1);
});
