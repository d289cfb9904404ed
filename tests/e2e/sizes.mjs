// Prints the size of each file of the built page and of its first load; with --check, fails over the ceiling.
//
//   node sizes.mjs ../../dist [--check]

import { FIRST_LOAD_BUDGET_BYTES, firstLoad, readPage } from "./files.mjs";

const folder = process.argv[2] ?? new URL("../../dist", import.meta.url).pathname;
const files = await readPage(folder).catch(() => new Map());
if (!files.has("index.html")) {
  console.error(`There is no built page in ${folder}: run \`cargo xtask build\` first.`);
  process.exit(2);
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
const row = (raw, brotli, name) => console.log(`${raw} ${brotli}  ${name}`);

const first = firstLoad(files);
row("raw".padStart(10), "brotli".padStart(10), "file");
const total = { raw: 0, brotli: 0 };
for (const [address, { body, brotli }] of files) {
  row(kilobytes(body.length), kilobytes(brotli.length), first.has(address) ? address : `${address} (later, on demand)`);
  if (!first.has(address)) continue;
  total.raw += body.length;
  total.brotli += brotli.length;
}
row(kilobytes(total.raw), kilobytes(total.brotli), `first load in all; the budget is ${kilobytes(FIRST_LOAD_BUDGET_BYTES).trim()} in brotli`);

const over = total.brotli - FIRST_LOAD_BUDGET_BYTES;
if (over > 0) {
  console.error(`The first load is ${kilobytes(over).trim()} over its budget.`);
  if (process.argv.includes("--check")) process.exit(1);
}
