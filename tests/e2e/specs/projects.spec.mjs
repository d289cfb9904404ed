// The table of projects and the details of one.

import { ALL_PROJECTS, GERMAN_PROJECTS, expect, test } from "../page.mjs";

test("a heading sorts the table, again turns it round, and Back undoes it", async ({ inward }) => {
  await inward.open();
  await expect(inward.heading("signed")).toHaveAttribute("aria-sort", "descending");
  await inward.heading("amount").getByRole("button").click();
  await inward.expectQuery({ sort: "amount-desc", v: "1" });
  await expect(inward.heading("amount")).toHaveAttribute("aria-sort", "descending");
  const largest = await inward.kpi("largest").textContent();
  await expect(inward.cells("amount").first()).toContainText(largest);
  await inward.heading("amount").getByRole("button").click();
  await inward.expectQuery({ sort: "amount-asc", v: "1" });
  await expect(inward.cells("amount").first()).not.toContainText("Undisclosed");
  await inward.page.goBack();
  await inward.page.goBack();
  await inward.expectQuery({});
  await expect(inward.heading("signed")).toHaveAttribute("aria-sort", "descending");
});

test("undisclosed projects are last in both directions", async ({ inward }) => {
  for (const direction of ["asc", "desc"]) {
    await inward.open(`country=DEU&sort=amount-${direction}&v=1`);
    await inward.grid.focus();
    await inward.page.keyboard.press("Control+End");
    await expect(inward.cells("amount").last()).toContainText("Undisclosed");
  }
});

test("only the rows in sight are in the page, and all of them are counted", async ({ inward }) => {
  await inward.open();
  await expect(inward.grid).toHaveAttribute("aria-rowcount", String(ALL_PROJECTS + 1));
  expect(await inward.projectRows.count()).toBeLessThan(50);
  // Charts that are still to be drawn above the table would move it away again.
  await inward.everyChart();
  await inward.grid.scrollIntoViewIfNeeded();
  await inward.grid.evaluate((grid) => (grid.scrollTop = grid.scrollHeight));
  await expect(inward.projectRows.last()).toHaveAttribute("aria-rowindex", String(ALL_PROJECTS + 1));
  await expect(inward.projectRows.last()).toBeInViewport();
  expect(await inward.projectRows.count()).toBeLessThan(50);
});

test("a project is opened, read and closed with the keyboard alone", async ({ inward }) => {
  await inward.open();
  await inward.tabTo(inward.grid);
  await inward.page.keyboard.press("ArrowDown");
  await inward.page.keyboard.press("ArrowRight");
  const cell = await inward.activeCell();
  await expect(cell).toHaveAttribute("aria-colindex", "2");
  await expect(cell).toBeInViewport();
  const name = await inward.cells("name").nth(1).textContent();
  await inward.page.keyboard.press("Enter");
  await expect(inward.details).toBeVisible();
  await expect(inward.details.getByRole("heading")).toHaveText(name);
  await expect(inward.details).toBeFocused();
  await inward.tabTo(inward.detailsButton("next"));
  await inward.page.keyboard.press("Enter");
  await expect(inward.openRow).toHaveAttribute("aria-rowindex", "4");
  await expect(inward.detailsButton("next")).toBeFocused();
  await inward.page.keyboard.press("Escape");
  await expect(inward.details).toHaveCount(0);
  await expect(inward.grid).toBeFocused();
  await inward.expectQuery({});
});

test("the table is one tab stop", async ({ inward }) => {
  await inward.open();
  await inward.grid.focus();
  await inward.page.keyboard.press("Tab");
  expect(await inward.grid.evaluate((grid) => grid.contains(document.activeElement))).toBe(false);
  await inward.page.keyboard.press("Shift+Tab");
  await expect(inward.grid).toBeFocused();
});

test("a link to a project opens it, and an unknown one is reported", async ({ inward }) => {
  await inward.open("project=jn-2004-001&v=1");
  await expect(inward.details).toContainText("stated USD 200 million, CNY 1.66 billion at the 2004 average of 8.2768");
  await expect(inward.details.locator("a")).toHaveAttribute("rel", "noopener noreferrer");
  await expect(inward.openRow).toBeAttached();
  await inward.open("project=xx-1&v=1");
  await expect(inward.details).toHaveCount(0);
  await expect(inward.notices).toContainText("xx-1");
});

test("Back closes a project that a click opened", async ({ inward }) => {
  await inward.open();
  await inward.cells("name").nth(2).click();
  await expect(inward.details).toBeVisible();
  await expect.poll(() => inward.query().project).toBeTruthy();
  await inward.page.goBack();
  await expect(inward.details).toHaveCount(0);
  await inward.expectQuery({});
  await expect(inward.grid).toBeFocused();
});

test("the largest project is named among the key figures, and opens", async ({ inward }) => {
  await inward.open();
  const largest = inward.page.locator('[data-kpi="largest"] button.link');
  const name = await largest.textContent();
  await largest.click();
  await expect(inward.details.getByRole("heading")).toHaveText(name);
  await inward.detailsButton("close").click();
  await expect(inward.details).toHaveCount(0);
  await expect(largest).toBeFocused();
});

test("only projects like this one are filtered for", async ({ inward }) => {
  await inward.open("q=Volvo&project=jn-2004-001&v=1");
  await inward.detailsButton("only-like").click();
  await inward.expectQuery({ country: "SWE", industry: "automotive", v: "1" });
  await expect(inward.details).toHaveCount(0);
});

test("a selection made the moment the list appears stays", async ({ inward }) => {
  await inward.load("country=DEU&v=1");
  await inward.selectRowsOnceListed(3);
  await inward.arrive();
  await expect(inward.copyButton).toHaveText("Copy 3 selected");
  // The list is made again once all that is built in has been read.
  await inward.page.waitForTimeout(500);
  await expect(inward.copyButton).toHaveText("Copy 3 selected");
});

test("selected rows are copied for a spreadsheet", async ({ inward, context }) => {
  await context.grantPermissions(["clipboard-read"]);
  const pasted = () => inward.page.evaluate(() => navigator.clipboard.readText());
  await inward.open("country=DEU&v=1");
  await inward.grid.focus();
  await inward.page.keyboard.press("Shift+ArrowDown");
  await inward.page.keyboard.press("Shift+ArrowDown");
  await expect(inward.copyButton).toHaveText("Copy 3 selected");
  await inward.page.keyboard.press("Control+c");
  await expect(inward.copyStatus).toHaveText("3 copied");
  const lines = (await pasted()).trimEnd().split("\n");
  expect(lines).toHaveLength(4);
  const columns = lines[0].split("\t");
  expect(columns.slice(0, 3)).toEqual(["Project", "Partner", "Country or region"]);
  for (const line of lines) expect(line.split("\t")).toHaveLength(columns.length);
  await expect(inward.grid).toBeFocused();

  await inward.page.keyboard.press("Escape");
  await inward.copyButton.click();
  await expect(inward.copyStatus).toHaveText(`${GERMAN_PROJECTS} copied`);
  expect((await pasted()).trimEnd().split("\n")).toHaveLength(GERMAN_PROJECTS + 1);
});

test("columns are shown and hidden, and remembered", async ({ inward }) => {
  await inward.open();
  await inward.columnChoice.locator("summary").click();
  await inward.columnChoice.getByLabel("Event").check();
  await inward.columnChoice.getByLabel("Partner").uncheck();
  await expect(inward.heading("event")).toBeAttached();
  await expect(inward.heading("partner")).toHaveCount(0);
  await expect(inward.grid).toHaveAttribute("aria-colcount", "7");
  await inward.page.reload();
  await inward.arrive();
  await expect(inward.heading("event")).toBeAttached();
  await expect(inward.heading("partner")).toHaveCount(0);
});

test("the open project lies beside the table", async ({ inward }) => {
  await inward.open("project=jn-2004-001&v=1");
  await expect(inward.details).toBeVisible();
  await inward.grid.scrollIntoViewIfNeeded();
  const [grid, details] = await Promise.all([inward.grid.boundingBox(), inward.details.boundingBox()]);
  expect(grid.x + grid.width).toBeLessThanOrEqual(details.x);
});

test.describe("on a phone", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test("projects are cards of one height, and a tap opens a sheet over the page", async ({ inward }) => {
    await inward.open();
    await inward.grid.scrollIntoViewIfNeeded();
    const heights = await inward.projectRows.evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().height));
    expect(new Set(heights)).toEqual(new Set([116]));
    expect(heights.length).toBeLessThan(40);
    await expect(inward.grid).toHaveAttribute("aria-colcount", "5");
    await inward.cells("name").nth(1).tap();
    await expect(inward.details).toBeVisible();
    expect(await inward.details.evaluate((details) => details.matches(":modal"))).toBe(true);
    expect((await inward.details.boundingBox()).width).toBe(390);
    await inward.detailsButton("close").tap();
    await expect(inward.details).toHaveCount(0);
    await inward.expectQuery({});
  });

  test("the sheet closes with Escape and opens again", async ({ inward }) => {
    await inward.open();
    const card = inward.cells("name").first();
    for (let time = 0; time < 2; time += 1) {
      await card.tap();
      await expect(inward.details).toBeVisible();
      await inward.page.keyboard.press("Escape");
      await expect(inward.details).toHaveCount(0);
    }
  });

  test("cards are sorted too", async ({ inward }) => {
    await inward.open();
    await inward.heading("amount").getByRole("button").tap();
    await inward.expectQuery({ sort: "amount-desc", v: "1" });
  });
});
