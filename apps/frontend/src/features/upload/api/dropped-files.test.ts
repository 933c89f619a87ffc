import { expect, test } from "vitest";

import { makeFile } from "@/testing/factories";

import { droppedFiles } from "./dropped-files";

const file = (name: string) => ({
  isFile: true,
  isDirectory: false,
  name,
  file: (take: (file: File) => void) => take(makeFile(name)),
});

/** Gives its entries in helpings, as browsers do. */
function folder(name: string, children: object[], helping = 100) {
  return {
    isFile: false,
    isDirectory: true,
    name,
    createReader: () => {
      let given = 0;
      return {
        readEntries: (take: (some: object[]) => void) => {
          take(children.slice(given, given + helping));
          given += helping;
        },
      };
    },
  };
}

function transfer(...entries: { isFile: boolean; name: string }[]): DataTransfer {
  const items = entries.map((entry) => ({
    kind: "file",
    webkitGetAsEntry: () => entry,
    getAsFile: () => (entry.isFile ? makeFile(entry.name) : null),
  }));
  return { items } as unknown as DataTransfer;
}

test("a_folder_is_opened_to_any_depth_and_past_the_first_hundred", async () => {
  const many = Array.from({ length: 250 }, (_, i) => file(`${i}.jpg`));
  const found = await droppedFiles(
    transfer(folder("Drawer 7", [...many, folder("inner", [file("deep.tif")])])),
  );

  expect(found.files).toHaveLength(251);
  expect(found.folder).toBe("Drawer 7");
});

test("files_come_in_the_order_people_count", async () => {
  const found = await droppedFiles(transfer(folder("d", [file("10.jpg"), file("9.jpg"), file("1.jpg")], 2)));
  expect(found.files.map((one) => one.name)).toEqual(["1.jpg", "9.jpg", "10.jpg"]);
});

test("what_systems_leave_behind_stays_behind", async () => {
  const litter = [file(".DS_Store"), file("Thumbs.db"), file("._1.jpg"), file("~$list.docx")];
  const found = await droppedFiles(transfer(folder("d", [...litter, file("1.jpg")])));
  expect(found.files.map((one) => one.name)).toEqual(["1.jpg"]);
});

test("loose_files_have_no_folder", async () => {
  const found = await droppedFiles(transfer(file("b.jpg"), file("a.jpg")));
  expect(found).toMatchObject({ folder: null, files: [{ name: "a.jpg" }, { name: "b.jpg" }] });
});
