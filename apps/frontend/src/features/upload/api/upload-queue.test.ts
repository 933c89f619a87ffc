import { beforeEach, expect, test, vi } from "vitest";

import type { UploadReport } from "@/api/gen/types.gen";
import { makeFile, makeProblem } from "@/testing/factories";

import { UploadQueue } from "./upload-queue";
import { totalsOf } from "./upload-state";

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

/** The other end of the line: each request stays open until the test answers it. */
function queueOf(limits: ConstructorParameters<typeof UploadQueue>[2] = {}) {
  const stored: string[] = [];
  const queue = new UploadQueue(
    (_batch, files, onSent, signal) =>
      new Promise((resolve, reject) => {
        const settled = () => vi.advanceTimersByTimeAsync(0).then(() => undefined);
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
    (batchName) => stored.push(batchName),
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
  queue.add("b", files(450));
  expect(requests.map((request) => request.names.length)).toEqual([100, 100, 100]);

  await requests[0]!.answer();
  expect(requests).toHaveLength(4);
  await requests[1]!.answer();
  expect(requests[4]!.names).toHaveLength(50);
});

test("large_files_make_smaller_groups_and_a_huge_one_goes_alone", () => {
  const { queue } = queueOf({ bytesPerRequest: 100, atOnce: 9 });
  queue.add("b", [...files(3, 40), makeFile("huge.tif", 500), ...files(1, 40)]);
  expect(requests.map((request) => request.names.length)).toEqual([2, 1, 1, 1]);
});

test("what_became_of_each_file_is_kept", async () => {
  const { queue, stored } = queueOf();
  queue.add("b", files(3));
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

test("progress_never_passes_the_size_of_the_files", () => {
  const { queue } = queueOf();
  queue.add("b", files(2));
  requests[0]!.onSent(9999);
  expect(totalsOf(queue.get("b"))).toMatchObject({ sent: 20, bytes: 20 });
});

test("a_group_that_finds_nobody_is_sent_again_by_itself", async () => {
  const { queue } = queueOf({ patience: [1000] });
  queue.add("b", files(1));
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
  queue.add("b", files(2));
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
  queue.add("gone", files(1));
  queue.add("stays", files(1));
  queue.drop("gone");
  expect(requests[0]!.signal.aborted).toBe(true);
  await requests[0]!.fail(new DOMException("stopped", "AbortError"));

  expect(queue.get("gone").groups).toEqual([]);
  expect(queue.get("stays").groups[0]?.state).toBe("sending");
});
