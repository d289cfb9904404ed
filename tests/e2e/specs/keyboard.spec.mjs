// The page without a mouse: a session from end to end, the way of the Tab key, and where the focus goes when a button goes away.

import { ALL_PROJECTS, GERMAN_PROJECTS, expect, test } from "../page.mjs";

test.use({ locale: "en" });

test("a whole session by keyboard alone", async ({ inward }) => {
  // Some hundred keys, one after the other.
  test.slow();
  const { page, live } = inward;
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
    expect(await page.evaluate(lostFocus)).toBe(null);
  };
  const walkTo = async (element, key = "Tab") => {
    await inward.tabTo(element, key);
    await press();
  };

  await inward.load();
  await press("Tab");
  await expect(inward.skipLink).toBeFocused();
  await press("Enter");
  await expect(page.locator("main")).toBeFocused();

  await walkTo(inward.box("country", "DEU"), "Shift+Tab");
  await press("Space");
  await inward.expectProjects(GERMAN_PROJECTS);
  await expect(live).toContainText(`${GERMAN_PROJECTS} of ${ALL_PROJECTS}`);
  await expect(inward.box("country", "DEU")).toBeFocused();

  const industries = inward.chart("industries");
  await walkTo(industries.canvas);
  await press("ArrowDown");
  const first = await live.textContent();
  expect(first).toContain(await inward.tooltip.locator("strong").textContent());
  await press("ArrowDown");
  await expect(live).not.toHaveText(first);
  await press("ArrowUp");
  await expect(live).toHaveText(first);
  await press("Enter");
  await expect.poll(() => inward.query().industry).toBeTruthy();
  await expect(live).toContainText(`of ${ALL_PROJECTS}`);
  await expect(industries.canvas).toBeFocused();
  await press("ArrowDown", "Escape");
  await expect(inward.tooltip).toHaveCount(0);
  await expect(industries.canvas).toBeFocused();

  await walkTo(industries.tableButton, "Shift+Tab");
  await press("Enter");
  await expect(industries.table).toBeVisible();
  await walkTo(industries.figure.getByRole("region"));
  await walkTo(industries.tableButton, "Shift+Tab");
  await press("Enter");
  await expect(industries.canvas).toBeVisible();

  await walkTo(industries.saveButton);
  await press("Enter", "Tab");
  await expect(industries.forms.first()).toBeFocused();
  await press("Escape");
  await expect(industries.saveButton).toBeFocused();

  await walkTo(inward.grid);
  await press("ArrowDown", "Enter");
  await expect(inward.details).toBeFocused();
  await walkTo(inward.detailsButton("next"));
  await press("Enter");
  await expect(inward.openRow).toBeAttached();
  await press("Escape");
  await expect(inward.details).toHaveCount(0);
  await expect(inward.grid).toBeFocused();

  // Back undoes the closing. The browser's own key for it is not the page's: pressed by a driver it would do nothing.
  await page.goBack();
  await expect(inward.details).toBeFocused();
  await press("Escape");
  await expect(inward.details).toHaveCount(0);
  await expect(inward.grid).toBeFocused();

  await press("/");
  await expect(inward.search).toBeFocused();
  await page.keyboard.type("Suzuki");
  await press("Enter");
  await expect.poll(() => inward.query().q).toBe("Suzuki");
  await expect(inward.search).toBeFocused();

  await walkTo(inward.shareButton);
  await press("Enter", "Tab");
  await expect(page.locator('[data-action="copy-link"]')).toBeFocused();
  await press("Escape");
  await expect(inward.shareButton).toBeFocused();

  await press("?");
  await expect(inward.shortcuts).toBeVisible();
  await press("Escape");
  await expect(inward.shortcuts).toHaveCount(0);
  await expect(inward.shareButton).toBeFocused();
});

test("the Tab key walks the whole page, always in sight, and leaves it", async ({ inward }) => {
  await inward.open("country=DEU&v=1");
  await inward.everyChart();
  await inward.page.keyboard.press("Tab");
  await expect(inward.skipLink).toBeFocused();
  const lost = [];
  let steps = 0;
  for (; steps < 500; steps += 1) {
    await inward.page.keyboard.press("Tab");
    const trouble = await inward.page.evaluate(lostFocus);
    if (trouble === "nothing has the focus") break;
    if (trouble) lost.push(trouble);
  }
  expect(lost).toEqual([]);
  // Each chart, the table and the panel were on the way.
  expect(steps).toBeGreaterThan(60);
  expect(steps).toBeLessThan(500);
});

/** Buttons that are gone once they were pressed: where, and which. */
const VANISHING = [
  ["a notice that is dismissed", "country=DEU,XXX&v=1", (inward) => inward.notices.getByRole("button")],
  ["the filter that emptied the page", "country=MAC&industry=chemicals&v=1", (inward) => inward.emptyResult.getByRole("button").first()],
  ["what clears a list", "country=DEU&v=1", (inward) => inward.listButton("country", "clear")],
  ["what turns a list over", "country=DEU&v=1", (inward) => inward.listButton("country", "invert")],
  ["the last chip", "country=DEU&v=1", (inward) => inward.chips.first()],
  ["what clears all filters", "country=DEU&v=1", (inward) => inward.clearAll],
  ["only projects like this", "project=jn-2004-001&v=1", (inward) => inward.detailsButton("only-like")],
  ["what closes the details", "project=jn-2004-001&v=1", (inward) => inward.detailsButton("close")],
];

for (const [name, query, button] of VANISHING) {
  test(`the focus is not lost with ${name}`, async ({ inward }) => {
    await inward.open(query);
    await expect(inward.grid).toHaveCount(1);
    await inward.atRest();
    await button(inward).focus();
    await inward.page.keyboard.press("Enter");
    await inward.frame();
    await expect.poll(() => inward.page.evaluate(() => document.activeElement.localName)).not.toBe("body");
    expect(await inward.page.evaluate(lostFocus)).toBe(null);
  });
}

test("what folds the rest of a chart gives the focus to its neighbour", async ({ inward }) => {
  await inward.open();
  const { figure, tableButton } = inward.chart("countries");
  await inward.walkTo("countries", /^\d+ other/);
  await inward.page.keyboard.press("Enter");
  await inward.tabTo(figure.getByRole("button", { name: "Show less" }), "Shift+Tab");
  await inward.page.keyboard.press("Enter");
  await expect(tableButton).toBeFocused();
});

/** Why a reader would not know where they are, or `null`. */
function lostFocus() {
  const element = document.activeElement;
  if (!element || element === document.body) return "nothing has the focus";
  const what = element.outerHTML.slice(0, 100);
  const box = element.getBoundingClientRect();
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  if (right - left < 1 || bottom - top < 1) return `out of sight: ${what}`;
  const style = getComputedStyle(element);
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return `not marked: ${what}`;
  const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  if (above && !element.contains(above) && !above.contains(element)) return `covered by ${above.outerHTML.slice(0, 60)}: ${what}`;
  return null;
}

test("keys that come before the page has drawn the first of them are all heard", async ({ inward }) => {
  await inward.open("country=DEU&v=1");
  const { canvas } = inward.chart("countries");
  await canvas.focus();
  await inward.pressAtOnce(["ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"]);
  await expect(inward.tooltip.locator("strong")).toHaveText("United States");
  await inward.grid.focus();
  await inward.pressAtOnce(["ArrowDown", "ArrowDown"]);
  await expect(inward.grid).toHaveAttribute("aria-activedescendant", "cell-3-0");
});
