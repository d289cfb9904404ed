// What a click or a drag does in each kind of chart beyond ranked bars and the timeline.

import { ALL_PROJECTS, expect, numberIn, test } from "../page.mjs";

test.use({ locale: "en" });

const fewer = (inward) => expect.poll(async () => numberIn(await inward.kpi("projects").textContent())).toBeLessThan(ALL_PROJECTS);

test("a drag over the histogram picks a range of amounts, and a double click clears it", async ({ inward }) => {
  await inward.open();
  await inward.drag("amounts", 0.3, 0.5);
  await expect.poll(() => inward.query()).toMatchObject({ "amount-from": expect.stringMatching(/^[\d.]+$/), "amount-to": expect.stringMatching(/^[\d.]+$/) });
  await fewer(inward);
  const { canvas } = inward.chart("amounts");
  const box = await canvas.boundingBox();
  await canvas.dblclick({ position: { x: box.width * 0.2, y: box.height * 0.5 } });
  await inward.expectQuery({});
  await inward.expectProjects(ALL_PROJECTS);
});

test("picking undisclosed in the histogram leaves the projects without an amount", async ({ inward }) => {
  await inward.open();
  await inward.walkTo("amounts", /^Amount undisclosed/);
  await inward.page.keyboard.press("Enter");
  await expect.poll(() => inward.query().disclosure).toBe("undisclosed");
  await fewer(inward);
});

test("a cell of the matrix picks its country and its industry", async ({ inward }) => {
  await inward.open();
  await inward.walkTo("matrix", /^Germany in automotive/);
  await inward.page.keyboard.press("Enter");
  await inward.expectQuery({ country: "DEU", industry: "automotive", v: "1" });
  await fewer(inward);
  await inward.page.keyboard.press("Enter");
  await inward.expectQuery({});
});

test("a tile of the treemap picks its industry", async ({ inward }) => {
  await inward.open();
  await inward.walkTo("sectors", /^Automotive/);
  await inward.page.keyboard.press("Enter");
  await inward.expectQuery({ industry: "automotive", v: "1" });
});

test("a region of the flow is picked by keyboard", async ({ inward }) => {
  await inward.open();
  await inward.walkTo("flow", /^Europe/);
  await inward.page.keyboard.press("Enter");
  await inward.expectQuery({ country: "europe", v: "1" });
  await fewer(inward);
});

test("a box drawn among the dots picks a period and a range of amounts", async ({ inward }) => {
  await inward.open();
  const { canvas } = inward.chart("projects");
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  await inward.page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.3);
  await inward.page.mouse.down();
  await inward.page.mouse.move(box.x + box.width * 0.8, box.y + box.height * 0.6, { steps: 6 });
  await inward.page.mouse.up();
  await expect.poll(() => Object.keys(inward.query()).sort()).toEqual(["amount-from", "amount-to", "from", "to", "v"]);
  await fewer(inward);
});

test("a dot opens its project by keyboard, and closing gives the chart back", async ({ inward }) => {
  await inward.open();
  const { canvas } = inward.chart("projects");
  await canvas.focus();
  await inward.page.keyboard.press("ArrowRight");
  await inward.page.keyboard.press("Enter");
  await expect.poll(() => inward.query().project).toBeTruthy();
  await expect(inward.details).toBeVisible();
  await inward.page.keyboard.press("Escape");
  await expect(inward.details).toBeHidden();
  await expect(canvas).toBeFocused();
});

test("the calendar shows its arithmetic", async ({ inward }) => {
  await inward.open("country=DEU&v=1");
  const { finding, tableButton, table } = inward.chart("calendar");
  await expect(finding).toContainText("17.7");
  await tableButton.click();
  await expect(table).toContainText("58.3");
});

test("every chart names what it shows and has a table", async ({ inward }) => {
  await inward.open();
  await inward.everyChart();
  const charts = await inward.page.locator("figure[data-chart]").evaluateAll((figures) => figures.map((figure) => figure.dataset.chart));
  expect(charts).toHaveLength(11);
  for (const name of charts) {
    const { canvas, finding, tableButton, table } = inward.chart(name);
    await expect(finding).not.toBeEmpty();
    await expect(canvas).toHaveAttribute("aria-label", /.{20,}/);
    await tableButton.click();
    expect(await table.locator("tbody tr").count()).toBeGreaterThan(3);
  }
});
