// What a reader waits for, in a browser on this machine: the first chart, and a filter change.
//
//   node bench.mjs        wants the release page in dist/

import { chromium } from "@playwright/test";
import { launchOptions } from "./browser.mjs";
import { serve } from "./server.mjs";

const COLD_LOADS = 15;
const FILTER_CHANGES = 60;

/** Names, figures and budget of one series, in a line. */
function report(name, milliseconds, budget) {
  const sorted = [...milliseconds].sort((left, right) => left - right);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)].toFixed(1).padStart(7);
  console.log(`${name.padEnd(48)} min ${sorted[0].toFixed(1).padStart(7)}  median ${at(0.5)}  p95 ${at(0.95)} ms  (budget ${budget}, ${sorted.length} times)`);
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

/**
 * A click on a filter to the end of the frame that shows it.
 *
 * `frame` is from the input to a task right after the frame was drawn, so it includes the wait for the next frame
 * (up to 16.7 ms at 60 Hz); `work` leaves that wait out: the handler, and the frame from its start to its end.
 */
async function filterChanges(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName("first-chart-painted").length > 0);
  const times = await page.evaluate(async (changes) => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const nextTask = () =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
    const keys = [...document.querySelectorAll("[data-field] label[data-key]")].slice(0, 12).map((label) => [label.closest("[data-field]").dataset.field, label.dataset.key]);
    if (keys.length === 0) throw new Error("The page has no filter list to click in.");
    const times = { work: [], frame: [] };
    for (let change = 0; change < changes; change += 1) {
      const [field, key] = keys[change % keys.length];
      const box = document.querySelector(`[data-field="${field}"] label[data-key="${CSS.escape(key)}"] input`);
      await nextFrame();
      await nextTask();
      const input = performance.now();
      box.click();
      // Yew renders in a microtask; a task later the handler and the render are over.
      await nextTask();
      const handled = performance.now();
      const frameStart = await nextFrame().then(() => performance.now());
      await nextTask();
      const end = performance.now();
      times.work.push(handled - input + (end - frameStart));
      times.frame.push(end - input);
    }
    return times;
  }, FILTER_CHANGES);
  await context.close();
  return times;
}

const { address, stop } = await serve();
const browser = await chromium.launch(launchOptions);
try {
  report("cold load: navigation to first chart painted", await coldLoads(browser, address), "600 ms");
  const { work, frame } = await filterChanges(browser, address);
  report("filter change: work from input to painted frame", work, "16 ms");
  report("filter change: the same with the wait for a frame", frame, "none");
} finally {
  await browser.close();
  await stop();
}
