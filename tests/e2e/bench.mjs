// What a reader waits for, in a browser on this machine: the first chart, and a filter change.
//
//   node bench.mjs        wants the release page in dist/

import { chromium } from "@playwright/test";
import { launchOptions } from "./browser.mjs";
import { serve } from "./server.mjs";

const COLD_LOADS = 15;
const FILTER_CHANGES = 60;
const DETAILS_OPENED = 30;

/** Names, figures and budget of one series, in a line. */
function report(name, milliseconds, budget) {
  const sorted = [...milliseconds].sort((left, right) => left - right);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)].toFixed(1).padStart(7);
  console.log(`${name.padEnd(52)} min ${sorted[0].toFixed(1).padStart(7)}  median ${at(0.5)}  p95 ${at(0.95)} ms  (budget ${budget}, ${sorted.length} times)`);
}

/** Navigation to first chart painted, each time in a new context: nothing cached. */
async function coldLoads(browser, address) {
  const times = [];
  for (let load = 0; load < COLD_LOADS; load += 1) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(address);
    const painted = await page.waitForFunction(() => performance.getEntriesByName("first-chart-painted")[0]?.startTime);
    times.push(await painted.jsonValue());
    await context.close();
  }
  return times;
}

/** The page with a reader before it: the pointer has moved, and all that follows its first sign is there. */
async function openedPage(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName("first-chart-painted").length > 0);
  await page.mouse.move(1, 1);
  await page.mouse.move(2, 2);
  await page.waitForFunction(() => document.querySelector(".projects") && !document.querySelector(".card[aria-busy]"));
  return { context, page };
}

/**
 * A change of the filters to the end of the frame that shows it: clicks in lists, bars picked in a chart, and searches.
 *
 * `frame` is from the input to the first task after the frame was drawn, so it includes the wait for the next frame
 * (up to 16.7 ms at 60 Hz); `work` leaves that wait out: the handler, and the frame from its start to its end. The page's
 * own first task after a frame is the entry in the history, so that the frame ends where that begins.
 */
async function filterChanges(browser, address) {
  const { context, page } = await openedPage(browser, address);
  const times = await page.evaluate(async (changes) => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const nextTask = () =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
    let entryStart = Infinity;
    for (const name of ["pushState", "replaceState"]) {
      const write = history[name].bind(history);
      history[name] = (...entry) => {
        entryStart = Math.min(entryStart, performance.now());
        write(...entry);
      };
    }
    const times = { lists: { work: [], frame: [] }, bars: { work: [], frame: [] }, searches: { work: [], frame: [] } };
    const measure = async ({ work, frame }, act) => {
      await nextFrame();
      await nextTask();
      entryStart = Infinity;
      const input = performance.now();
      act();
      // Yew renders in a microtask; a task later the handler and the render are over.
      await nextTask();
      const handled = performance.now();
      const frameStart = await nextFrame().then(() => performance.now());
      await nextTask();
      const end = Math.min(performance.now(), entryStart);
      work.push(handled - input + (end - frameStart));
      frame.push(end - input);
    };
    const keys = [...document.querySelectorAll("[data-field] label[data-key]")].slice(0, 12).map((label) => [label.closest("[data-field]").dataset.field, label.dataset.key]);
    if (keys.length === 0) throw new Error("The page has no filter list to click in.");
    for (let change = 0; change < changes; change += 1) {
      const [field, key] = keys[change % keys.length];
      const box = document.querySelector(`[data-field="${field}"] label[data-key="${CSS.escape(key)}"] input`);
      await measure(times.lists, () => box.click());
    }
    const clear = async () => {
      document.querySelector("[data-testid=clear-all]")?.click();
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    };
    await clear();
    const press = (element, key) => element.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    for (let change = 0; change < changes; change += 1) {
      const chart = document.querySelector('[data-chart="countries"] canvas');
      chart.focus();
      press(chart, change % 8 === 0 ? "Home" : "ArrowDown");
      await nextFrame();
      await measure(times.bars, () => press(document.querySelector('[data-chart="countries"] canvas'), "Enter"));
    }
    await clear();
    const search = document.querySelector(".search input");
    const texts = ["s", "si", "sie", "siem", "中", "中德", "volvo", ""];
    for (let change = 0; change < changes; change += 1) {
      await measure(times.searches, () => {
        search.value = texts[change % texts.length];
        press(search, "Enter");
      });
    }
    return times;
  }, FILTER_CHANGES);
  await context.close();
  return times;
}

/** A click on a row of the project table to the end of the frame with its details. */
async function openedDetails(browser, address) {
  const { context, page } = await openedPage(browser, address);
  const row = page.locator(".projects [role=row]:not(.head) .cell.name");
  await row.first().scrollIntoViewIfNeeded();
  const times = await page.evaluate(async (openings) => {
    const task = () => new Promise((resolve) => setTimeout(resolve));
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const times = [];
    for (let opening = 0; opening < openings; opening += 1) {
      const cells = document.querySelectorAll(".projects [role=row]:not(.head) .cell.name");
      const start = performance.now();
      cells[opening % 8].click();
      while (!document.querySelector("dialog.details[open]")) await task();
      await frame();
      await task();
      times.push(performance.now() - start);
      document.querySelector("dialog.details [data-action=close]").click();
      while (document.querySelector("dialog.details")) await task();
      await frame();
    }
    return times;
  }, DETAILS_OPENED);
  await context.close();
  return times;
}

const { address, stop } = await serve();
const browser = await chromium.launch(launchOptions);
try {
  report("cold load: navigation to first chart painted", await coldLoads(browser, address), "600 ms");
  const changes = await filterChanges(browser, address);
  const all = Object.values(changes);
  report("filter change of any kind: work to painted frame", all.flatMap(({ work }) => work), "16 ms");
  report("filter change of any kind: with the wait for a frame", all.flatMap(({ frame }) => frame), "none");
  for (const [where, { work }] of Object.entries(changes)) report(`  in ${where}`, work, "16 ms");
  report("details of a project: click to painted frame", await openedDetails(browser, address), "50 ms");
} finally {
  await browser.close();
  await stop();
}
