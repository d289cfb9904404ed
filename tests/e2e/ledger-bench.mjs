// What a reader waits for with a ledger of their own, up to the whole national register, in the release page.
//
//   node ledger-bench.mjs <ledger.csv or .xlsx>…      wants the release page in dist/

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { chromium } from "@playwright/test";
import { launchOptions } from "./browser.mjs";
import { machineLine } from "./machine.mjs";
import { builtPage, serve } from "./server.mjs";

/** A reader takes at least as long to choose a file, in milliseconds: the worker is ready by then, as it is for them. */
const CHOICE_MS = 1500;
const BRUSH_STEPS = 60;
const SCROLL_STEPS = 120;

function spread(milliseconds) {
  const sorted = [...milliseconds].sort((left, right) => left - right);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)];
  return `median ${at(0.5).toFixed(1)}  p95 ${at(0.95).toFixed(1)}  max ${sorted.at(-1).toFixed(1)} ms`;
}

const line = (what, figures, budget) => console.log(`  ${what.padEnd(58)} ${figures}${budget ? `  (budget ${budget})` : ""}`);

/** The longest task of the page since the last call, in milliseconds: 0 where none took 50. */
const longest = (page) => page.evaluate(() => Math.max(0, ...window.longTasks.splice(0)));

/**
 * The work of each frame while `act` goes on: from its start to the first task after it was drawn. A frame that comes
 * late because of it is counted with what it was late.
 */
async function framesDuring(page, act) {
  await page.evaluate(() => {
    window.frames = [];
    const next = (start) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        window.frames?.push(performance.now() - start);
        if (window.frames) requestAnimationFrame(next);
      };
      port2.postMessage(null);
    };
    requestAnimationFrame(next);
  });
  await act();
  return page.evaluate(() => {
    const { frames } = window;
    window.frames = undefined;
    return frames;
  });
}

/** From the choice of a file to the frame in which it can be shown, measured in the page: `window.reading`, in milliseconds. */
function watchReading() {
  const begun = new Promise((resolve) => document.addEventListener("change", resolve, { capture: true, once: true }));
  window.reading = begun.then(({ timeStamp }) => {
    const isRead = () => document.querySelector('[data-action="show-ledger"]:enabled');
    return new Promise((resolve) => {
      const watch = new MutationObserver(() => {
        if (!isRead()) return;
        watch.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)));
      });
      watch.observe(document.body, { subtree: true, childList: true, attributes: true });
    });
  });
}

/** Keeps the memory of the page's program in sight. */
function watchMemory() {
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const instantiate = WebAssembly[name].bind(WebAssembly);
    WebAssembly[name] = async (...given) => {
      const made = await instantiate(...given);
      const { memory } = (made.instance ?? made).exports;
      if (memory) window.programMemory = memory;
      return made;
    };
  }
}

/**
 * What the page holds, in megabytes: the memory of its program, and what the browser counts beside it (scripts,
 * elements, canvases). And what its process holds, which is the browser's own, too.
 */
async function megabytes(browser, page) {
  await page.requestGC();
  const bytes = await page.evaluate(async () => {
    const { bytes } = await performance.measureUserAgentSpecificMemory();
    return bytes + window.programMemory.buffer.byteLength;
  });
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const resident = await Promise.all(
    processInfo.filter(({ type }) => type === "renderer").map(async ({ id }) => Number((await readFile(`/proc/${id}/status`, "utf8")).match(/VmRSS:\s+(\d+)/)[1])),
  );
  return { page: bytes / 1e6, process: (Math.max(...resident) * 1024) / 1e6 };
}

async function measure(browser, address, file) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1300 }, locale: "en", reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.addInitScript(watchMemory);
  await page.addInitScript(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ entryTypes: ["longtask"] });
  });
  await page.goto(address);
  await page.mouse.move(1, 1);
  await page.mouse.move(2, 2);
  await page.locator(".projects [role=grid]").waitFor();
  await page.waitForTimeout(1000);
  await longest(page);
  console.log(`\n${basename(file)}`);
  console.log(`  ${await machineLine(page)}`);
  await longest(page);
  const empty = await megabytes(browser, page);

  await page.locator('[data-action="open-data"]').click();
  await page.locator("[data-testid=file]").waitFor({ state: "attached" });
  await page.waitForTimeout(CHOICE_MS);
  await page.evaluate(watchReading);
  await page.locator("[data-testid=file]").setInputFiles(file);
  const read = await page.evaluate(() => window.reading);
  line("file chosen to its receipt", `${read.toFixed(0)} ms, longest task ${(await longest(page)).toFixed(0)} ms`);
  const shown = await page.evaluate(async () => {
    const finding = () => document.querySelector('[data-chart="countries"] .finding')?.textContent;
    const before = finding();
    const start = performance.now();
    document.querySelector('[data-action="show-ledger"]').click();
    while (finding() === before || document.querySelector("[data-testid=check]")) await new Promise((resolve) => requestAnimationFrame(resolve));
    await new Promise((resolve) => setTimeout(resolve));
    return performance.now() - start;
  });
  line("shown to its first painted chart", `${shown.toFixed(0)} ms, longest task ${(await longest(page)).toFixed(0)} ms`);
  line("both together", `${(read + shown).toFixed(0)} ms`, "2 s for 1.24 million rows of CSV, 5 s for 100 000 of XLSX; no task over 50 ms");
  line("memory of the page", `${(await megabytes(browser, page)).page.toFixed(0)} MB`, "250 MB");
  const grid = page.locator(".projects [role=grid]");
  await page.waitForFunction(() => !document.querySelector("[data-testid=sorting]") && document.querySelector(".projects .cell.name"));

  const timeline = await page.locator('[data-chart="timeline"] .chart-base').boundingBox();
  const y = timeline.y + timeline.height / 2;
  await page.mouse.move(timeline.x + timeline.width * 0.3, y);
  await page.mouse.down();
  const brushed = await framesDuring(page, async () => {
    for (let step = 1; step <= BRUSH_STEPS; step += 1) await page.mouse.move(timeline.x + timeline.width * (0.3 + 0.6 * (step / BRUSH_STEPS)), y);
  });
  await page.mouse.up();
  line("a brush over the timeline, work of a frame", spread(brushed), "p95 16 ms, none over 50");
  await page.getByTestId("clear-all").click({ timeout: 5_000 });

  await grid.scrollIntoViewIfNeeded();
  await page.waitForTimeout(1500);
  await longest(page);
  const place = await grid.boundingBox();
  await page.mouse.move(place.x + 200, place.y + 200);
  const scrolled = await framesDuring(page, async () => {
    for (let step = 0; step < SCROLL_STEPS; step += 1) await page.mouse.wheel(0, 400);
  });
  line("scrolling the table, work of a frame", spread(scrolled), "p95 16 ms");

  const sorted = Date.now();
  await page.locator(".projects [role=columnheader] button").first().click();
  await page.locator("[data-testid=sorting]").waitFor({ timeout: 2_000 }).catch(() => {});
  await page.waitForFunction(() => !document.querySelector("[data-testid=sorting]"), undefined, { timeout: 60_000 });
  line("sorted by name", `${Date.now() - sorted} ms, longest task ${(await longest(page)).toFixed(0)} ms`);

  const searched = Date.now();
  await page.locator(".search input").fill("新能源");
  await page.keyboard.press("Enter");
  await page.locator("[data-testid=searching]").waitFor({ timeout: 2_000 }).catch(() => {});
  await page.waitForFunction(() => !document.querySelector("[data-testid=searching]"), undefined, { timeout: 60_000 });
  line("searched", `${Date.now() - searched} ms, longest task ${(await longest(page)).toFixed(0)} ms`);

  const after = await megabytes(browser, page);
  line("memory of the page after all this", `${after.page.toFixed(0)} MB`, "250 MB");
  line("memory of its process, the browser's own included", `${after.process.toFixed(0)} MB, ${empty.process.toFixed(0)} before the ledger`);
  await context.close();
}

// The browser says what a page holds where nothing of another origin can be in it.
const { address, stop } = await serve(builtPage, 0, { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" });
const browser = await chromium.launch(launchOptions);
try {
  for (const file of process.argv.slice(2)) await measure(browser, address, file);
} finally {
  await browser.close();
  await stop();
}
