import { expect, test, vi } from "vitest";

import { makeFile } from "@/testing/factories";

import { type Digest, siftBy } from "./known-files";

const held = (original_name: string, bytes: number, source_sha256: string, page: number | null = null) => ({
  original_name,
  bytes,
  source_sha256,
  page,
});
const never = new AbortController().signal;
const ignore = () => undefined;
/** Tells a digest by the file's name. */
const digests = (of: Record<string, string | null>) =>
  vi.fn<Digest>((file) => Promise.resolve(of[file.name] ?? null));

test("the_very_same_file_is_known", async () => {
  const same = makeFile("1.jpg", 10);
  const found = await siftBy([held("1.jpg", 10, "aa")], [same], digests({ "1.jpg": "aa" }), ignore, never);
  expect(found).toEqual({ missing: [], known: ["1.jpg"] });
});

test("the_same_name_and_size_with_other_bytes_is_sent", async () => {
  const other = makeFile("1.jpg", 10);
  const found = await siftBy([held("1.jpg", 10, "aa")], [other], digests({ "1.jpg": "bb" }), ignore, never);
  expect(found.missing).toEqual([other]);
});

test("files_of_another_name_or_size_are_sent_without_being_opened", async () => {
  const digest = digests({});
  const files = [makeFile("new.jpg", 10), makeFile("1.jpg", 11)];
  const found = await siftBy([held("1.jpg", 10, "aa")], files, digest, ignore, never);
  expect(found.missing).toEqual(files);
  expect(digest).not.toHaveBeenCalled();
});

test("of_a_file_of_several_pages_only_the_bytes_tell", async () => {
  const images = [held("a.pdf", 900, "aa", 1), held("a.pdf", 800, "aa", 2)];
  const found = await siftBy(images, [makeFile("a.pdf", 5000)], digests({ "a.pdf": "aa" }), ignore, never);
  expect(found.known).toEqual(["a.pdf"]);
});

test("what_cannot_be_reckoned_is_sent", async () => {
  const images = [held("1.jpg", 10, "aa"), held("2.jpg", 10, "bb")];
  const broken = vi.fn<Digest>((file) =>
    file.name === "1.jpg" ? Promise.resolve(null) : Promise.reject(new Error("the file is gone")),
  );
  const found = await siftBy(images, [makeFile("1.jpg", 10), makeFile("2.jpg", 10)], broken, ignore, never);
  expect(found.missing).toHaveLength(2);
});

test("the_order_is_kept_and_the_way_is_told", async () => {
  const files = Array.from({ length: 9 }, (_, i) => makeFile(`${i}.jpg`, 10));
  const images = files.slice(2, 8).map((file) => held(file.name, 10, file.name));
  const told: number[] = [];
  const found = await siftBy(
    images,
    files,
    (file) => Promise.resolve(file.name),
    (done) => told.push(done),
    never,
  );
  expect(found.known).toEqual(["2.jpg", "3.jpg", "4.jpg", "5.jpg", "6.jpg", "7.jpg"]);
  expect(found.missing.map((file) => file.name)).toEqual(["0.jpg", "1.jpg", "8.jpg"]);
  expect(told).toEqual([4, 5, 6, 7, 8, 9]);
});
