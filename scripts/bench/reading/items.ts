import { dirname } from "node:path";
import { listExports } from "../../../src/sources/list-exports.ts";
import { readExport } from "../../../src/sources/read-export.ts";
import { begin, report } from "../support/children.ts";

// What is measured: an export on the disk to items, as `collect` reads it.
const [file] = listExports({
  teamDir: dirname(dirname(process.argv[2]!)),
  zone: "Europe/Berlin",
  asOf: Number.MAX_SAFE_INTEGER,
  known: new Map(),
});
const settings = {
  zone: "Europe/Berlin",
  dates: null,
  estimateField: null,
  estimateLabels: null,
  zeroIsSize: false,
  readyLabels: [],
  acceptanceHeadings: null,
  descriptionMin: 1,
  titles: false,
};
const started = begin();
const { items } = await readExport({ bytes: file!.bytes, file: file!.source, format: "auto", settings });
report(started, items.size);
