import { createReadStream } from "node:fs";
import Papa from "papaparse";
import { begin, report } from "../support/children.ts";

// The yardstick: Papa Parse alone on the bytes of a file, streamed, header off, its rows counted and let go.
const started = begin();
let count = 0;
Papa.parse<string[]>(createReadStream(process.argv[2]!, "utf8"), {
  chunk: ({ data }) => {
    count += data.length;
  },
  complete: () => report(started, count),
});
