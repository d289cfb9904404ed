// The engine and the charts of the page at up to 1.24 million rows, through the bench page.
//
//   node engine.mjs <folder of the bench page> <ledger.csv>…
//
// Each ledger is opened once and walked through the same script of operations. What the six views show is compared with
// a plain scan of the rows at every tenth of them, and a difference is a failure. Others do the same work, drawn with ECharts
// (`peers/`), round by round in turn: times differ between machines and minutes, and what is left of that in a ratio is little.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { launchOptions } from "./browser.mjs";
import { machineLine } from "./machine.mjs";
import { serve } from "./server.mjs";

const COLUMNS = ["id", "partner_country", "host_province", "industry", "signed_on", "amount_cny_100m"];
// What an isolated page may fetch from elsewhere.
const OPEN = { "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin", "content-type": "text/csv" };
// Who else does the same work, by which function, and the scripts that it is in.
const PEERS = [
  { name: "plain JavaScript, typed arrays", made: "plainJavaScript", scripts: ["peers/plain.js"] },
  { name: "crossfilter2, typed arrays", made: "crossfiltered", scripts: ["node_modules/crossfilter2/crossfilter.min.js", "peers/crossfilter.js"] },
];
// What all of them need.
const PEER_SCRIPTS = ["peers/columns.js", "node_modules/echarts/dist/echarts.min.js", "peers/echarts.js"];
// How often each goes through the script in turn; browsers compile well what has run for a while.
const ROUNDS = 5;
const DIMENSIONS = { country: 1, province: 2, industry: 3, month: 4, amount: 5 };

/** The operations: a month brush, picks of three fields, an amount brush under all of them, more picks, and clear. */
function script() {
  const gesture = (gesture, steps, range) =>
    Array.from({ length: steps }, (_, step) => {
      const phase = step === 0 ? "start" : step === steps - 1 ? "end" : "move";
      return { op: "range", gesture, phase, ...range(step) };
    });
  const set = (dim, ...values) => ({ op: "set", dim, values });
  return [
    ...gesture("month", 20, (step) => ({ dim: "month", lo: 40 + step, hi: 60 + step * 5 })),
    set("country", "DE"),
    set("country", "DE", "NL"),
    set("country", "DE", "NL", "JP"),
    set("industry", "automotive"),
    set("industry", "automotive", "new-energy"),
    set("country", "DE", "JP"),
    set("country", "DE", "JP", "KR", "SG"),
    set("industry", "automotive", "new-energy", "biomedicine"),
    set("country", "DE", "JP", "KR", "SG", "HK", "US"),
    set("industry", "automotive", "new-energy", "biomedicine", "new-materials"),
    set("province", "山东省"),
    set("province", "山东省", "江苏省"),
    set("province", "山东省", "江苏省", "广东省"),
    set("province", "山东省", "江苏省", "广东省", "上海市", "浙江省"),
    ...gesture("amount", 20, (step) => ({ dim: "amount", lo: 0.01 * 2 ** (step / 4), hi: 2 + step })),
    set("country", "DE", "JP"),
    set("industry", "automotive"),
    { op: "set", dim: "country", values: null },
    { op: "set", dim: "province", values: null },
    { op: "set", dim: "industry", values: null },
    { op: "clear" },
  ];
}

/** The columns of a ledger without quoted cells. */
function rowsOf(csv) {
  const [header, ...lines] = csv.trimEnd().split("\n");
  const places = COLUMNS.map((column) => header.split(",").indexOf(column));
  return lines.map((line, row) => {
    const cells = line.split(",");
    const [id, country, province, industry, date, amount] = places.map((place) => cells[place]);
    const month = (Number(date.slice(0, 4)) - 2010) * 12 + Number(date.slice(5, 7)) - 1;
    return [id, country, province, industry, month, amount === "" ? null : Math.round(Number(amount) * 1e8), row];
  });
}

/** What the six views show after these operations, row by row. */
function scan(rows, operations) {
  const filters = new Map();
  for (const operation of operations) {
    if (operation.op === "clear") filters.clear();
    else filters.set(operation.dim, operation.op === "set" ? operation.values && new Set(operation.values) : operation);
  }
  const tests = [...filters].filter(([, filter]) => filter && filter.lo !== null).map(([dim, filter]) => {
    const place = DIMENSIONS[dim];
    if (filter instanceof Set) return [dim, (row) => filter.has(row[place])];
    const scale = dim === "amount" ? 1e8 : 1;
    return [dim, (row) => row[place] !== null && row[place] >= filter.lo * scale && row[place] < filter.hi * scale];
  });
  const seen = (own) => {
    const others = tests.filter(([dim]) => dim !== own);
    return rows.filter((row) => others.every(([, test]) => test(row)));
  };
  const group = (rows, key, value) => {
    const sums = new Map();
    for (const row of rows) sums.set(key(row), (sums.get(key(row)) ?? 0) + value(row));
    return [...sums].map(([key, sum]) => [...String(key).split("|"), sum]);
  };
  const one = () => 1;
  // Ranges begin at 1, 2, 5, 10 … yuan.
  const starts = Array.from({ length: 60 }, (_, bin) => Number(`${[1, 2, 5][bin % 3]}e${Math.floor(bin / 3)}`));
  const bin = (row) => starts.findLast((start) => start <= row[5]) / 1e8;
  const all = seen();
  const largest = all.filter((row) => row[5] !== null).sort((left, right) => right[5] - left[5] || left[6] - right[6]);
  return {
    country: group(seen("country"), (row) => row[1], one),
    industry: group(seen("industry"), (row) => row[3], (row) => row[5] ?? 0),
    month: group(seen("month"), (row) => row[4], one),
    hist: group(seen("amount").filter((row) => row[5] >= 1), bin, one),
    matrix: group(all, (row) => `${row[1]}|${row[3]}`, one),
    top: largest.slice(0, 20).map((row) => [row[0]]),
  };
}

/** Fails where the page shows anything else than a plain scan. */
function compare(found, expected, where) {
  const lines = (groups) => groups.map((group) => [group].flat().join(" "));
  for (const [view, groups] of Object.entries(expected)) {
    // A peer may have no answer that can be compared.
    if (found[view] === null) continue;
    const ordered = (groups) => (view === "top" ? lines(groups) : lines(groups).sort());
    const [got, wanted] = [ordered(found[view]), ordered(groups)];
    const place = wanted.findIndex((line, place) => line !== got[place]);
    if (place >= 0 || got.length !== wanted.length) {
      throw new Error(`${where}: ${view} has ${got.length} groups, ${wanted.length} expected; at ${place}: ${got[place]}, not ${wanted[place]}.`);
    }
  }
}

/** Least, median, 95th percentile and most. */
function spreadOf(milliseconds) {
  const sorted = [...milliseconds].sort((left, right) => left - right);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)];
  return [sorted[0], at(0.5), at(0.95), sorted.at(-1)];
}

function spread(milliseconds) {
  return spreadOf(milliseconds).map((time) => time.toFixed(2).padStart(8)).join(" ");
}

/** Opens a peer with its ledger, prints how long its engine takes, and gives its page and how to have it do all operations. */
async function openPeer(context, address, ledger, { name, made, scripts }, own) {
  const page = await context.newPage();
  await page.goto(address);
  for (const script of [...PEER_SCRIPTS, ...scripts]) await page.addScriptTag({ path: fileURLToPath(new URL(script, import.meta.url)) });
  const loadMs = await page.evaluate(
    async ({ ledger, made }) => {
      const bytes = new Uint8Array(await (await fetch(ledger)).arrayBuffer());
      window.peer = window[made]();
      const start = performance.now();
      window.peer.load(bytes);
      return performance.now() - start;
    },
    { ledger, made },
  );
  const engineMs = await page.evaluate(
    (operations) =>
      operations.map((operation) => {
        const start = performance.now();
        window.peer.apply(operation);
        return performance.now() - start;
      }),
    own.operations,
  );
  console.log(`  ${name}: ready after ${loadMs.toFixed(0)} ms (${(loadMs / own.loadMs).toFixed(1)} times as long)`);
  console.log(`    engine, ms an operation        ${spread(engineMs)}   ${longer([engineMs], [own.engineMs])}`);
  await checkAgainstScan(name, own, (operations) =>
    page.evaluate((operations) => {
      for (const operation of operations) window.peer.apply(operation);
      return window.peer.result();
    }, operations),
  );
  await page.evaluate(() => {
    window.draw = window.drawnWithECharts(window.peer.result());
  });
  const work = () =>
    page.evaluate(async (operations) => {
      const times = [];
      for (const operation of operations) {
        times.push(
          await window.bench.frameMs(() => {
            window.peer.apply(operation);
            window.draw(window.peer.result());
          }),
        );
      }
      return times;
    }, own.operations);
  return { name, page, work };
}

/** How much longer the one took than the other, by the median of the rounds. */
function longer(rounds, ownRounds) {
  const ratios = [1, 2].map((place) => spreadOf(rounds.map((times, round) => spreadOf(times)[place] / spreadOf(ownRounds[round])[place]))[1]);
  const [median, p95] = ratios.map((ratio) => ratio.toFixed(ratio < 10 ? 1 : 0));
  return `${median} and ${p95} times as long at median and p95`;
}

/** Has all of them do the operations and draw what comes of it, in turn, the first one being ours. */
async function measureWork(all) {
  const rounds = all.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    // Every other round the other way, so that none always has the same one before it.
    const order = [...all.keys()];
    if (round % 2 === 1) order.reverse();
    for (const place of order) {
      await all[place].page.bringToFront();
      rounds[place].push(await all[place].work());
    }
  }
  console.log(`  work with six views drawn, ${ROUNDS} rounds in turn`);
  all.forEach(({ name }, place) => {
    const ratio = place === 0 ? "" : `   ${longer(rounds[place], rounds[0])}`;
    console.log(`    ${name.padEnd(30)} ${spread(rounds[place].flat())}${ratio}`);
  });
}

/** Compares what `shown` says after every tenth of the operations with a plain scan of the rows. */
async function checkAgainstScan(whose, { operations, plain }, shown) {
  for (let done = 0; done < operations.length; done += 10) {
    const some = operations.slice(0, done + 1);
    compare(await shown([{ op: "clear" }, ...some]), scan(plain, some), `${whose}, after ${done + 1} operations on ${plain.length} rows`);
  }
}

async function measure(browser, address, file) {
  const csv = await readFile(file);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(error.message));
  await page.goto(address);
  await page.waitForFunction(() => window.benchReady);
  // From a host of its own: the page's server keeps what it serves in brotli, and a driver's pipe is too narrow.
  const host = await new Promise((resolve) => {
    const server = createServer((_, response) => response.writeHead(200, OPEN).end(csv));
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
  const ledger = `http://127.0.0.1:${host.address().port}/`;
  const { rows, readMs, loadMs } = await page.evaluate(async (ledger) => {
    const bytes = new Uint8Array(await (await fetch(ledger)).arrayBuffer());
    return window.bench.loadBytes(bytes);
  }, ledger);
  const operations = script();
  const times = await page.evaluate((operations) => window.bench.ops(operations), operations);
  const brush = times.filter((_, place) => operations[place].op === "range" && operations[place].phase !== "start");
  console.log(`\n${rows} rows: read in ${readMs.toFixed(0)} ms, drawn after ${loadMs.toFixed(0)} ms`);
  console.log(`                                        min   median      p95      max`);
  console.log(`  engine, ms an operation          ${spread(times.map((time) => time.engineMs))}`);
  console.log(`  engine, ms a step of a brush     ${spread(brush.map((time) => time.engineMs))}`);
  console.log(`  work with six views, first time  ${spread(times.map((time) => time.frameMs))}`);
  if (process.env.VERBOSE) {
    operations.forEach((operation, place) => console.log(`    ${times[place].engineMs.toFixed(2).padStart(8)} ${times[place].frameMs.toFixed(2).padStart(8)}  ${JSON.stringify(operation)}`));
  }
  console.log(`  ${await machineLine(page)}`);
  const memory = await page.evaluate(async () => {
    const whole = await performance.measureUserAgentSpecificMemory?.();
    return { wasm: window.bench.memoryBytes(), whole: whole?.bytes };
  });
  const mebibytes = (bytes) => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
  console.log(`  memory: ${mebibytes(memory.wasm)} of the program${memory.whole ? `, ${mebibytes(memory.whole)} of the page` : ""}`);

  const own = { operations, plain: rowsOf(csv.toString()), loadMs, engineMs: times.map((time) => time.engineMs) };
  await checkAgainstScan("Here", own, (operations) =>
    page.evaluate(async (operations) => {
      await window.bench.ops(operations);
      return window.bench.result();
    }, operations),
  );
  const work = async () => (await page.evaluate((operations) => window.bench.ops(operations), operations)).map((time) => time.frameMs);
  const all = [{ name: "here", page, work }];
  for (const peer of PEERS) all.push(await openPeer(context, address, ledger, peer, own));
  await measureWork(all);
  host.close();
  await context.close();
}

const [folder, ...ledgers] = process.argv.slice(2);
// Without these a browser gives clocks that are too coarse for a brush.
const isolated = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};
const { address, stop } = await serve(folder, 0, isolated);
const browser = await chromium.launch(launchOptions);
try {
  for (const ledger of ledgers) await measure(browser, address, ledger);
} finally {
  await browser.close();
  await stop();
}
