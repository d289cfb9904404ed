// A restless reader: random actions from a seed, after which the page must be as a fresh load of its link is.
//
//   SOAK_ACTIONS=2000 SOAK_SEED=7 npx playwright test specs/soak.spec.mjs

import { InwardPage, expect, test } from "../page.mjs";

const ACTIONS = Number(process.env.SOAK_ACTIONS ?? 120);
const SEED = Number(process.env.SOAK_SEED ?? 20_261_126);

/** What the page may have grown by after the actions, everything that is no longer used having been collected. */
const MOST_GROWTH_BYTES = 16_000_000;
const MOST_GROWTH_NODES = 6_000;

/** What is not clicked: it leads off the page, asks the system for something, or is not part of a view. */
const NOT_CLICKED = "a[target=_blank], a[href^=http], a[href$='.html'], input[type=file], .offline button, [data-form], [data-action=print], [data-action=save]";

test.setTimeout(120_000 + ACTIONS * 1_000);

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The middle of a control that the pointer can reach, chosen by a number from 0 to 1; null where none is in sight. */
const controlAt = (page, part) =>
  page.evaluate(
    ([part, notClicked]) => {
      const controls = [...document.querySelectorAll("button, summary, label[data-key], [role=columnheader], [role=row], select, input")].flatMap((control) => {
        if (control.matches(notClicked) || control.closest(notClicked)) return [];
        const box = control.getBoundingClientRect();
        const middle = { x: box.x + Math.min(box.width / 2, 60), y: box.y + box.height / 2 };
        const top = document.elementFromPoint(middle.x, middle.y);
        return top && (control.contains(top) || top.contains(control)) ? [middle] : [];
      });
      return controls[Math.floor(part * controls.length)] ?? null;
    },
    [part, NOT_CLICKED],
  );

/** What a restless reader does, each with how often in a hundred. */
const DEEDS = [
  [40, "click", async ({ page }, next) => {
    const place = await controlAt(page, next());
    if (place) await page.mouse.click(place.x, place.y, { modifiers: next() < 0.1 ? ["Shift"] : [] });
  }],
  [15, "scroll", async ({ page }, next) => {
    const part = next();
    await page.evaluate((part) => scrollTo(0, part * document.documentElement.scrollHeight), part);
  }],
  [15, "drag", async ({ page }, next) => {
    const { width, height } = page.viewportSize();
    await page.mouse.move(300 + next() * (width - 300), next() * height);
    await page.mouse.down();
    await page.mouse.move(300 + next() * (width - 300), next() * height, { steps: 4 });
    await page.mouse.up();
  }],
  [15, "key", async ({ page }, next) => {
    const keys = ["Tab", "Shift+Tab", "ArrowDown", "ArrowUp", "ArrowRight", "ArrowLeft", "Enter", "Escape", "Home", "End", "PageDown", "Space"];
    for (let press = 0; press < 3; press += 1) await page.keyboard.press(keys[Math.floor(next() * keys.length)]);
  }],
  [7, "walk the history", async ({ page }, next) => {
    if (next() < 0.6) await page.evaluate(() => history.back());
    else await page.evaluate(() => history.forward());
  }],
  [3, "search", async ({ page }, next) => {
    const words = ["GmbH", "汽车", "Qingdao", "no such thing", ""];
    const search = page.locator("input[type=search]").first();
    const word = words[Math.floor(next() * words.length)];
    if (await search.isVisible()) await search.fill(word, { timeout: 2_000 }).catch(() => {});
  }],
  [3, "clear", async ({ page }) => {
    const clear = page.locator("[data-testid=clear-all]");
    if (await clear.isVisible()) await clear.click({ timeout: 2_000 }).catch(() => {});
  }],
  [2, "resize", async ({ page }, next) => {
    await page.setViewportSize({ width: [390, 800, 1440][Math.floor(next() * 3)], height: 900 });
  }],
];

function choose(part) {
  let left = part * 100;
  for (const [often, name, deed] of DEEDS) {
    left -= often;
    if (left < 0) return { name, deed };
  }
  return { name: DEEDS[0][1], deed: DEEDS[0][2] };
}

/** Bytes and nodes that are still in use. */
async function inUse(session) {
  await session.send("HeapProfiler.collectGarbage");
  const heap = await session.send("Runtime.getHeapUsage");
  const { nodes } = await session.send("Memory.getDOMCounters");
  return { bytes: heap.usedSize + (heap.embedderHeapUsedSize ?? 0) + (heap.backingStorageSize ?? 0), nodes };
}

/** What the page says: figures, sentences of the charts, filters, the first projects. */
async function said(inward) {
  await inward.page.setViewportSize({ width: 1440, height: 900 });
  await inward.everyChart();
  // A card that is out of sight follows later; one that comes into sight follows at once.
  for (const figure of await inward.page.locator("figure[data-chart]").all()) await figure.scrollIntoViewIfNeeded();
  await inward.grid.scrollIntoViewIfNeeded();
  await inward.frame();
  const texts = (selector) => inward.page.locator(selector).allTextContents();
  return {
    figures: await texts("[data-kpi] .kpi-value"),
    chips: await texts("[data-chip]"),
    sentences: await texts("figure[data-chart] .finding"),
    rows: await inward.grid.getAttribute("aria-rowcount"),
    first: await inward.projectRows.first().textContent({ timeout: 2_000 }).catch(() => "none"),
  };
}

test(`${ACTIONS} random actions leave the page as its link shows it`, async ({ inward, browser }) => {
  const { page } = inward;
  await page.addInitScript(() => {
    window.print = () => {};
  });
  page.on("filechooser", () => {});
  page.on("dialog", (dialog) => dialog.dismiss().catch(() => {}));
  const session = await page.context().newCDPSession(page);
  await inward.open();
  const next = random(SEED);
  const done = [];
  let before;
  const warm = Math.ceil(ACTIONS / 5);
  for (let action = 0; action < ACTIONS; action += 1) {
    // What is loaded once, such as the part of the page below the first screen, is no growth.
    if (action === warm) before = await inUse(session);
    const { name, deed } = choose(next());
    done.push(name);
    await deed(inward, next);
    if (!page.url().startsWith(inward.address)) {
      await page.goForward();
      await inward.painted();
    }
    await inward.frame();
    if (await page.locator("main.trouble").count()) throw new Error(`The page stopped after ${done.length} actions from seed ${SEED}: ${done.slice(-5)}`);
  }
  for (let press = 0; press < 4; press += 1) await page.keyboard.press("Escape");
  const after = await inUse(session);
  const growth = { bytes: after.bytes - before.bytes, nodes: after.nodes - before.nodes };
  console.log(`soak: ${ACTIONS} actions from seed ${SEED}: ${(growth.bytes / 1e6).toFixed(1)} MB and ${growth.nodes} nodes more than after ${warm}`);
  expect(growth.bytes).toBeLessThan(MOST_GROWTH_BYTES);
  expect(growth.nodes).toBeLessThan(MOST_GROWTH_NODES);

  const found = await said(inward);
  const context = await browser.newContext({ storageState: await page.context().storageState(), viewport: { width: 1440, height: 900 }, locale: "en-GB", reducedMotion: "reduce", serviceWorkers: "block" });
  const fresh = new InwardPage(await context.newPage(), inward.address);
  await fresh.page.goto(page.url());
  await fresh.painted();
  // The view may be one with a dialog open.
  for (let press = 0; press < 4; press += 1) await fresh.page.keyboard.press("Escape");
  expect(await said(fresh)).toEqual(found);
  await context.close();
});
