// What a first visit shows and downloads.

import { test as plain } from "@playwright/test";
import { FIRST_LOAD_BUDGET_BYTES } from "../files.mjs";
import { ALL_PROJECTS, GERMAN_PROJECTS, InwardPage, expect, test } from "../page.mjs";

test("the first load shows every project and three charts", async ({ inward }) => {
  await inward.open();
  await inward.expectProjects(ALL_PROJECTS);
  expect(await inward.count("country", "DEU")).toBe(GERMAN_PROJECTS);
  for (const name of ["countries", "industries", "timeline"]) {
    const { canvas, finding } = inward.chart(name);
    await expect(canvas).toHaveCount(1);
    await expect(canvas).toBeVisible();
    await expect(finding).not.toBeEmpty();
  }
  await inward.expectQuery({});
  await expect(inward.page).toHaveTitle(/Inward|招商图谱/);
});

test("the first load does not grow, and the rest comes with the first sign of a reader", async ({ inward }) => {
  const { page } = inward;
  let bytes = 0;
  page.on("response", (response) => {
    bytes += Number(response.headers()["content-length"] ?? 0);
  });
  await inward.load();
  await page.waitForLoadState("networkidle");
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThanOrEqual(FIRST_LOAD_BUDGET_BYTES);
  await expect(page.getByRole("grid")).toHaveCount(0);

  const later = page.waitForResponse(/later.*\.wasm$/);
  await page.mouse.move(400, 300);
  expect((await later).ok()).toBe(true);
  await expect(page.getByRole("grid")).toHaveCount(1);
});

test("on a slow phone the page opens in steps, and the rest waits for its reader too", async ({ inward }) => {
  const { page } = inward;
  await page.setViewportSize({ width: 390, height: 844 });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  const fetched = [];
  page.on("request", (request) => fetched.push(request.url()));
  await inward.load();
  await expect(page.locator("figure.card")).toHaveCount(11);
  await expect(page.locator(".filter-list .filter")).not.toHaveCount(0);
  await expect(page.getByRole("contentinfo")).toHaveCount(1);
  await page.waitForLoadState("networkidle");
  expect(fetched.filter((address) => /later/.test(address))).toEqual([]);
});

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`a page that is loaded again is where its reader was, ${viewport.width} px`, async ({ inward }) => {
    const { page } = inward;
    await page.setViewportSize(viewport);
    await inward.open("country=DEU&v=1");
    // A chart, and the list below all of them, which comes last.
    for (const place of [inward.chart("flow").canvas, inward.grid]) {
      await inward.everyChart();
      await expect(inward.projectRows).not.toHaveCount(0);
      await place.scrollIntoViewIfNeeded();
      await inward.atRest();
      const { y } = await place.boundingBox();
      expect((await inward.scrolled()).top).toBeGreaterThan(500);
      await page.reload();
      await expect(place).toBeInViewport();
      await inward.everyChart();
      await expect.poll(async () => Math.abs((await place.boundingBox()).y - y)).toBeLessThan(2);
      // Held no longer than it takes: with a filter the page may become lower.
      await expect.poll(async () => (await inward.scrolled()).atLeast).toBe(0);
    }
  });
}

// The rest cannot be fetched until the test mends it. Whatever scrolls the page may bring a chart into sight, which asks for
// the rest once more: who presses a button must not be forestalled by that, so it is mended when nothing asks any more.
async function breakTheRest(page) {
  let [broken, missed] = [true, 0];
  await page.route(/later.*\.wasm$/, (route) => {
    missed += Number(broken);
    return broken ? route.abort() : route.continue();
  });
  return async function mend() {
    let before = 0;
    while (missed !== before) {
      before = missed;
      await page.waitForTimeout(1_000);
    }
    broken = false;
  };
}

// These not with the fixture `inward`: the browser reports the failure on the console, as it should.
plain("a rest that cannot be fetched is said and can be asked for again", async ({ page }) => {
  const mend = await breakTheRest(page);
  await new InwardPage(page, process.env.INWARD_ADDRESS).open();
  const sentence = page.getByRole("alert");
  await expect(sentence).toBeVisible();
  await sentence.scrollIntoViewIfNeeded();
  await mend();
  await sentence.getByRole("button").click();
  await expect(page.getByRole("grid")).toHaveCount(1);
  await expect(sentence).toHaveCount(0);
});

plain("who asks for what cannot be fetched is told so where they asked", async ({ page }) => {
  const mend = await breakTheRest(page);
  const inward = new InwardPage(page, process.env.INWARD_ADDRESS);
  await inward.open();
  await expect(page.getByRole("alert")).toHaveCount(1);
  await expect(page.getByRole("alert")).not.toBeInViewport();
  await inward.datasetChoice.selectOption({ index: 1 });
  const sentence = page.getByRole("alert").first();
  await expect(sentence).toBeInViewport();
  await mend();
  await sentence.getByRole("button").click();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.getByRole("grid")).toHaveCount(1);
  await inward.expectQuery({ dataset: "announced", v: "1" });
});

plain("a chart that is asked for as a table says there that its table cannot be fetched, and shows it when it can", async ({ page }) => {
  const mend = await breakTheRest(page);
  const inward = new InwardPage(page, process.env.INWARD_ADDRESS);
  await inward.open();
  const { figure, tableButton, table, canvas } = inward.chart("countries");
  await tableButton.click();
  const sentence = figure.getByRole("alert");
  await expect(sentence).toBeInViewport();
  await expect(canvas).toHaveCount(0);
  await mend();
  await sentence.getByRole("button").click();
  await expect(table).toContainText("Germany");
  await expect(sentence).toHaveCount(0);
  await tableButton.click();
  await expect(canvas).toBeVisible();
});

test("a chart has as many pixels as the screen", async ({ browser }) => {
  for (const deviceScaleFactor of [1, 2, 3]) {
    const context = await browser.newContext({ deviceScaleFactor, viewport: { width: 1024, height: 768 } });
    const page = await context.newPage();
    await page.goto(process.env.INWARD_ADDRESS);
    const canvas = page.locator('figure[data-chart="countries"] canvas').first();
    await expect(canvas).toBeVisible();
    await expect
      .poll(() => canvas.evaluate((element) => Math.abs(element.width - element.getBoundingClientRect().width * devicePixelRatio)))
      .toBeLessThanOrEqual(1);
    await context.close();
  }
});
