// Picking, adding, brushing, searching, clearing.

import { ALL_PROJECTS, GERMAN_PROJECTS, expect, numberIn, test } from "../page.mjs";

test("a click on a country's bar picks it, and the other countries keep their counts", async ({ inward }) => {
  await inward.open();
  const japan = await inward.count("country", "JPN");
  const position = await inward.findMark("countries", /Germany/);
  await inward.chart("countries").canvas.click({ position });
  await inward.expectQuery({ country: "DEU", v: "1" });
  await inward.expectProjects(GERMAN_PROJECTS);
  expect(await inward.count("country", "JPN")).toBe(japan);
  await expect(inward.chips).toHaveCount(1);
});

test("a shift-click adds a country to the picked one", async ({ inward }) => {
  await inward.open("country=DEU&v=1");
  await inward.expectProjects(GERMAN_PROJECTS);
  const japan = await inward.count("country", "JPN");
  const position = await inward.findMark("countries", /Japan/);
  await inward.chart("countries").canvas.click({ position, modifiers: ["Shift"] });
  await expect.poll(() => inward.query().country?.split(",").sort()).toEqual(["DEU", "JPN"]);
  await inward.expectProjects(GERMAN_PROJECTS + japan);
});

test("a checkbox in the list does the same as the bar", async ({ inward }) => {
  await inward.open();
  await inward.option("country", "DEU").locator("input[type=checkbox]").check();
  await inward.expectQuery({ country: "DEU", v: "1" });
  await inward.expectProjects(GERMAN_PROJECTS);
  await inward.option("country", "DEU").locator("input[type=checkbox]").uncheck();
  await inward.expectQuery({});
  await inward.expectProjects(ALL_PROJECTS);
});

test("a drag over the timeline picks a period", async ({ inward }) => {
  await inward.open();
  await inward.drag("timeline", 0.5, 0.8);
  await expect.poll(() => inward.query()).toMatchObject({ from: expect.stringMatching(/^\d{4}(-\d{2})?/), to: expect.stringMatching(/^\d{4}(-\d{2})?/) });
  const { from, to } = inward.query();
  expect(from <= to).toBe(true);
  await expect.poll(async () => numberIn(await inward.kpi("projects").textContent())).toBeLessThan(ALL_PROJECTS);
});

test("while a drag rests every chart and list shows what it has brushed, and the table follows when it is over", async ({ inward }) => {
  const { page } = inward;
  await page.setViewportSize({ width: 1440, height: 2600 });
  await inward.open();
  const others = ["countries", "industries", "amounts", "sectors", "matrix", "flow"];
  const findings = () => Promise.all(others.map((name) => inward.chart(name).finding.textContent()));
  const counts = () => inward.field("country").locator(".count").allTextContents();
  const rows = () => page.getByRole("grid").getAttribute("aria-rowcount");
  await inward.atRest();
  const [opened, all, listed] = [await findings(), await rows(), await counts()];
  await inward.dragAndHold("timeline", 0.5, 0.8);
  await page.waitForTimeout(500);
  const resting = await findings();
  const counted = await counts();
  for (const [chart, finding] of resting.entries()) expect(finding).not.toBe(opened[chart]);
  expect(counted).not.toEqual(listed);
  expect(await rows()).toBe(all);
  await page.mouse.up();
  await expect.poll(rows).not.toBe(all);
  expect(await findings()).toEqual(resting);
  expect(await counts()).toEqual(counted);
});

test("a search narrows the projects and stands in the address", async ({ inward }) => {
  await inward.open();
  await inward.search.fill("Suzuki");
  await expect.poll(() => inward.query().q).toBe("Suzuki");
  await expect.poll(async () => numberIn(await inward.kpi("projects").textContent())).toBeLessThan(20);
  expect(numberIn(await inward.kpi("projects").textContent())).toBeGreaterThan(0);
});

test("a slash leads to the search from anywhere, and is a letter where one types", async ({ inward }) => {
  await inward.open();
  await inward.chart("countries").canvas.focus();
  await inward.page.keyboard.press("/");
  await expect(inward.search).toBeFocused();
  await inward.page.keyboard.type("a/b");
  await expect(inward.search).toHaveValue("a/b");
});

test("the share of the five largest follows the filters", async ({ inward }) => {
  await inward.open();
  const share = await inward.kpi("top-five").textContent();
  expect(share).toMatch(/^[0-9.]+%$/);
  await inward.option("country", "DEU").locator("input[type=checkbox]").check();
  await expect(inward.kpi("top-five")).not.toHaveText(share);
});

test("clear all brings everything back", async ({ inward }) => {
  await inward.open("country=DEU&from=2015&v=1");
  await expect(inward.chips).not.toHaveCount(0);
  await inward.clearAll.click();
  await inward.expectQuery({});
  await inward.expectProjects(ALL_PROJECTS);
  await expect(inward.chips).toHaveCount(0);
});

test("a link with a search opens on what only a note says, before its reader has moved", async ({ inward }) => {
  await inward.load("q=supamachinery&v=1");
  await inward.expectProjects(1);
  await expect(inward.page.getByTestId("searching")).toHaveCount(0);
});

test("a chip takes its own filter away and no other", async ({ inward }) => {
  await inward.open("country=DEU&q=a&v=1");
  await inward.chips.first().click();
  await expect(inward.chips).toHaveCount(1);
  await expect.poll(() => Object.keys(inward.query()).filter((key) => key !== "v")).toHaveLength(1);
});

test("with nothing left the page says so and offers each filter to take away", async ({ inward }) => {
  await inward.open("country=MAC&industry=chemicals&v=1");
  await inward.expectProjects(0);
  const empty = inward.page.locator("[data-testid=empty-result]");
  await expect(empty).toBeVisible();
  await empty.locator('[data-undo="industry"]').click();
  await inward.expectQuery({ country: "MAC", v: "1" });
  await expect(empty).toHaveCount(0);
});

for (const width of [1440, 1024]) {
  test(`filters come and go without moving a chart at ${width} pixels`, async ({ inward, page }) => {
    await page.setViewportSize({ width, height: 900 });
    await inward.open();
    await inward.everyChart();
    const places = () =>
      page.locator("figure[data-chart] canvas.chart-base").evaluateAll((canvases) =>
        canvases.slice(0, 3).map((canvas) => {
          const { top, height } = canvas.getBoundingClientRect();
          return [Math.round(top + scrollY), Math.round(height)];
        }),
      );
    const before = await places();
    await inward.walkTo("countries", /^Germany/);
    await page.keyboard.press("Enter");
    await inward.expectProjects(GERMAN_PROJECTS);
    await inward.frame();
    expect(await places()).toEqual(before);
    await page.keyboard.press("Enter");
    await inward.expectProjects(ALL_PROJECTS);
    await inward.frame();
    expect(await places()).toEqual(before);
  });
}

test.describe("touch", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test("a first tap tells, a second tap picks", async ({ inward }) => {
    await inward.open();
    const { canvas } = inward.chart("countries");
    await canvas.scrollIntoViewIfNeeded();
    const position = { x: 200, y: 30 };
    await canvas.tap({ position });
    await expect(inward.tooltip).toHaveCount(1);
    await inward.expectQuery({});
    await canvas.tap({ position });
    await expect.poll(() => inward.query().country).toBeTruthy();
  });
});
