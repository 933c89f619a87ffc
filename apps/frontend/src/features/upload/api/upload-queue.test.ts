import { beforeEach, expect, test, vi } from "vitest";

import type { UploadReport } from "@/api/gen/types.gen";
import { makeFile, makeProblem } from "@/testing/factories";

import type { Sift } from "./known-files";
import { UploadQueue } from "./upload-queue";
import { filesOf, totalsOf } from "./upload-state";

interface Request {
  names: string[];
  onSent: (bytes: number) => void;
  signal: AbortSignal;
  answer: (report?: Partial<UploadReport>) => Promise<void>;
  /** With an error, or with a problem as the generated client throws it. */
  fail: (error: unknown) => Promise<void>;
}

let requests: Request[] = [];

beforeEach(() => {
  requests = [];
  vi.useFakeTimers();
});

const SEND_ALL: Sift = (_batch, files) => Promise.resolve({ missing: files, known: [] });
const settled = () => vi.advanceTimersByTimeAsync(0).then(() => undefined);

/** The other end of the line: each request stays open until the test answers it. */
function queueOf(limits: ConstructorParameters<typeof UploadQueue>[1] = {}, sift = SEND_ALL) {
  const stored: string[] = [];
  const queue = new UploadQueue(
    {
      send: (_batch, files, onSent, signal) =>
        new Promise((resolve, reject) => {
          requests.push({
            names: files.map((file) => file.name),
            onSent,
            signal,
            answer: (report = {}) => {
              resolve({ stored: [], skipped: [], rejected: [], ...report });
              return settled();
            },
            fail: (error) => {
              // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as the client does
              reject(error);
              return settled();
            },
          });
        }),
      sift,
      onStored: (batchName) => stored.push(batchName),
    },
    limits,
  );
  return { queue, stored };
}

const files = (count: number, bytes = 10) =>
  Array.from({ length: count }, (_, i) => makeFile(`${i}.jpg`, bytes));
const storedImage = (name: string) => ({
  filename: name,
  original_name: name,
  reason: "stored",
  format: "jpeg",
  width: 1,
  height: 1,
});

test("a_request_has_at_most_a_hundred_files_and_three_fly_at_once", async () => {
  const { queue } = queueOf();
  await queue.add("b", files(450));
  expect(requests.map((request) => request.names.length)).toEqual([100, 100, 100]);

  await requests[0]!.answer();
  expect(requests).toHaveLength(4);
  await requests[1]!.answer();
  expect(requests[4]!.names).toHaveLength(50);
});

test("large_files_make_smaller_groups_and_a_huge_one_goes_alone", async () => {
  const { queue } = queueOf({ bytesPerRequest: 100, atOnce: 9 });
  await queue.add("b", [...files(3, 40), makeFile("huge.tif", 500), ...files(1, 40)]);
  expect(requests.map((request) => request.names.length)).toEqual([2, 1, 1, 1]);
});

test("what_became_of_each_file_is_kept", async () => {
  const { queue, stored } = queueOf();
  await queue.add("b", files(3));
  await requests[0]!.answer({
    stored: [storedImage("0.jpg")],
    skipped: [{ original_name: "1.jpg", code: "duplicate", reason: "Already here." }],
    rejected: [{ original_name: "2.jpg", code: "damaged", reason: "Ends early." }],
  });

  expect(queue.get("b")).toMatchObject({
    stored: 1,
    skipped: [{ code: "duplicate" }],
    rejected: [{ code: "damaged" }],
  });
  expect(totalsOf(queue.get("b"))).toMatchObject({ files: 3, filesDone: 3, busy: false });
  expect(stored).toEqual(["b"]);
});

test("progress_never_passes_the_size_of_the_files", async () => {
  const { queue } = queueOf();
  await queue.add("b", files(2));
  requests[0]!.onSent(9999);
  expect(totalsOf(queue.get("b"))).toMatchObject({ sent: 20, bytes: 20 });
});

test("a_group_that_finds_nobody_is_sent_again_by_itself", async () => {
  const { queue } = queueOf({ patience: [1000] });
  await queue.add("b", files(1));
  await requests[0]!.fail(new TypeError("no answer"));
  expect(queue.get("b").groups[0]?.state).toBe("waiting");
  expect(queue.isBusy()).toBe(true);

  await vi.advanceTimersByTimeAsync(1000);
  expect(requests).toHaveLength(2);
  await requests[1]!.fail(new TypeError("no answer"));
  expect(queue.get("b").groups[0]?.state).toBe("failed");
  expect(queue.isBusy()).toBe(false);
});

test("a_refused_group_waits_for_a_person_and_holds_up_no_other", async () => {
  const { queue } = queueOf({ filesPerRequest: 1, atOnce: 1 });
  await queue.add("b", files(2));
  await requests[0]!.fail(makeProblem(507, "The disk is full.", "no_space"));
  expect(queue.get("b").groups.map((group) => group.state)).toEqual(["failed", "sending"]);
  await requests[1]!.answer();

  queue.retry("b");
  expect(requests[2]!.names).toEqual(["0.jpg"]);
  await requests[2]!.answer({ stored: [storedImage("0.jpg")] });
  expect(totalsOf(queue.get("b"))).toMatchObject({ failed: 0, filesDone: 2 });
});

test("dropping_a_batch_stops_its_requests_and_lets_the_others_go_on", async () => {
  const { queue } = queueOf({ atOnce: 1 });
  await queue.add("gone", files(1));
  await queue.add("stays", files(1));
  queue.drop("gone");
  expect(requests[0]!.signal.aborted).toBe(true);
  await requests[0]!.fail(new DOMException("stopped", "AbortError"));

  expect(queue.get("gone").groups).toEqual([]);
  expect(queue.get("stays").groups[0]?.state).toBe("sending");
});

test("each_file_has_its_state_and_those_that_hurt_or_move_stand_first", async () => {
  const { queue } = queueOf({ filesPerRequest: 3, atOnce: 2 });
  await queue.add("b", files(7));
  await requests[0]!.answer({
    stored: [storedImage("0.jpg")],
    skipped: [{ original_name: "1.jpg", code: "duplicate", reason: "Already here." }],
    rejected: [{ original_name: "2.jpg", code: "damaged", reason: "Ends early." }],
  });
  await requests[1]!.fail(makeProblem(507, "The disk is full.", "no_space"));

  const list = filesOf(queue.get("b"));
  expect(Array.from({ length: list.length }, (_, place) => list.at(place))).toEqual([
    { name: "3.jpg", state: "failed" },
    { name: "4.jpg", state: "failed" },
    { name: "5.jpg", state: "failed" },
    { name: "6.jpg", state: "sending" },
    { name: "0.jpg", state: "stored" },
    { name: "1.jpg", state: "skipped" },
    { name: "2.jpg", state: "rejected" },
  ]);
  expect(list.at(7)).toBeNull();
});

test("what_the_batch_holds_is_not_sent_and_is_told", async () => {
  const { queue } = queueOf({}, (_batch, all) =>
    Promise.resolve({ missing: all.slice(1), known: ["0.jpg"] }),
  );
  await queue.add("b", files(3));
  expect(requests[0]!.names).toEqual(["1.jpg", "2.jpg"]);
  expect(queue.get("b").skipped).toEqual([{ original_name: "0.jpg", code: "known", reason: "" }]);
});

test("where_the_batch_cannot_be_asked_all_is_sent", async () => {
  const { queue } = queueOf({}, () => Promise.reject(new TypeError("no answer")));
  await queue.add("b", files(3));
  expect(requests[0]!.names).toHaveLength(3);
  expect(queue.get("b").comparing).toBeNull();
});

test("a_drop_that_is_stopped_while_it_is_compared_sends_nothing", async () => {
  let ended: () => void = () => undefined;
  const { queue } = queueOf(
    {},
    (_batch, all) => new Promise((resolve) => (ended = () => resolve({ missing: all, known: [] }))),
  );
  const adding = queue.add("b", files(3));
  expect(queue.get("b").comparing).toEqual({ done: 0, all: 3 });
  expect(queue.isBusy()).toBe(true);
  queue.cancel("b");
  ended();
  await adding;
  expect(requests).toEqual([]);
  expect(queue.isBusy()).toBe(false);
});

test("a_pause_lets_what_flies_arrive_and_sends_no_more_until_it_goes_on", async () => {
  const { queue } = queueOf({ filesPerRequest: 1, atOnce: 1 });
  await queue.add("b", files(3));
  queue.pause("b");
  await requests[0]!.answer({ stored: [storedImage("0.jpg")] });
  expect(requests).toHaveLength(1);
  expect(queue.get("b")).toMatchObject({ paused: true, stored: 1 });
  expect(queue.isBusy()).toBe(true);

  queue.resume("b");
  expect(requests[1]!.names).toEqual(["1.jpg"]);
});

test("a_pause_of_one_batch_holds_up_no_other", async () => {
  const { queue } = queueOf({ filesPerRequest: 1, atOnce: 1 });
  await queue.add("rests", files(2));
  queue.pause("rests");
  await queue.add("goes", files(1));
  await requests[0]!.answer();
  expect(queue.get("goes").groups[0]?.state).toBe("sending");
});

test("stopping_forgets_what_was_not_sent_and_keeps_what_arrived", async () => {
  const { queue } = queueOf({ filesPerRequest: 1, atOnce: 1 });
  await queue.add("b", files(3));
  await requests[0]!.answer({ stored: [storedImage("0.jpg")] });
  queue.cancel("b");
  expect(requests[1]!.signal.aborted).toBe(true);
  expect(totalsOf(queue.get("b"))).toMatchObject({ files: 1, filesDone: 1, busy: false });
  expect(queue.get("b").stored).toBe(1);
});

test("many_reports_of_progress_are_drawn_as_one", async () => {
  const { queue } = queueOf({ pace: 100 });
  await queue.add("b", files(2));
  const heard = vi.fn();
  queue.subscribe(heard);
  for (let bytes = 1; bytes <= 20; bytes += 1) requests[0]!.onSent(bytes);
  expect(heard).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(100);
  expect(heard).toHaveBeenCalledOnce();
});
