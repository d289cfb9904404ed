// Every filter of the panel: lists, ranges, what is remembered, what stands where nothing is left.

import { ALL_PROJECTS, GERMAN_PROJECTS, expect, numberIn, test } from "../page.mjs";

const isMixed = (box) => box.evaluate((box) => box.indeterminate);

test("a region is mixed while only some of its countries are picked", async ({ inward }) => {
  await inward.open();
  const europe = inward.box("country", "europe");
  await inward.box("country", "DEU").check();
  await expect.poll(() => isMixed(europe)).toBe(true);
  await europe.click();
  await inward.expectQuery({ country: "europe", v: "1" });
  await expect(europe).toBeChecked();
  await expect(inward.box("country", "FRA")).toBeChecked();
  await inward.box("country", "FRA").uncheck();
  await expect.poll(() => isMixed(europe)).toBe(true);
  await expect.poll(() => inward.query().country).not.toContain("FRA");
});

test("a province opens to its cities and a city to its zones", async ({ inward }) => {
  await inward.open();
  await expect(inward.option("place", "shandong/jinan")).toHaveCount(0);
  await inward.rowButton("place", "shandong", "twist").click();
  await expect(inward.rowButton("place", "shandong", "twist")).toHaveAttribute("aria-expanded", "true");
  await inward.rowButton("place", "shandong/jinan", "twist").click();
  const zone = (await inward.values("place")).find((key) => key.startsWith("shandong/jinan/"));
  await inward.box("place", zone).check();
  await inward.expectQuery({ place: zone, v: "1" });
  await expect.poll(() => isMixed(inward.box("place", "shandong"))).toBe(true);
});

test("only this picks one value by pointer and by keyboard", async ({ inward }) => {
  await inward.open("country=FRA,JPN&v=1");
  const only = inward.rowButton("country", "DEU", "only");
  await expect(only).toBeHidden();
  await inward.option("country", "DEU").hover();
  await only.click();
  await inward.expectQuery({ country: "DEU", v: "1" });
  await inward.box("country", "NLD").focus();
  await inward.page.keyboard.press("Enter");
  await inward.expectQuery({ country: "NLD", v: "1" });
  // It is seen in the row that has the focus, and no stop of its own.
  await expect(inward.rowButton("country", "NLD", "only")).toBeVisible();
  await inward.page.keyboard.press("Tab");
  expect(await inward.page.evaluate(() => document.activeElement.type)).toBe("checkbox");
});

test("a list is turned over, said in one chip, and turned back by Back", async ({ inward }) => {
  await inward.open();
  await expect(inward.listButton("country", "invert")).toHaveCount(0);
  await inward.box("country", "DEU").check();
  await inward.listButton("country", "invert").click();
  await inward.expectProjects(ALL_PROJECTS - GERMAN_PROJECTS);
  await expect(inward.chips).toHaveCount(1);
  await expect(inward.chips).toContainText("all but Germany");
  await inward.page.goBack();
  await inward.expectProjects(GERMAN_PROJECTS);
  await inward.listButton("country", "clear").click();
  await inward.expectProjects(ALL_PROJECTS);
});

test("a list's own search marks what it finds and keeps what stands above it", async ({ inward }) => {
  await inward.open();
  await inward.listSearch("country").fill("german");
  await expect.poll(() => inward.values("country")).toEqual(["europe", "DEU"]);
  await expect(inward.option("country", "DEU").locator("mark")).toHaveText("German");
  await inward.listSearch("country").fill("nowhere at all");
  await expect(inward.field("country").locator("[role=status]")).toHaveText("Nothing found");
  await inward.listSearch("country").fill("济南");
  await inward.listSearch("place").fill("济南");
  await expect(inward.option("place", "shandong/jinan")).toBeVisible();
  // A list of few values has no search.
  await inward.fold("stage").click();
  await expect(inward.option("stage", "signed")).toBeVisible();
  await expect(inward.listSearch("stage")).toHaveCount(0);
});

test("a value that other filters rule out stays, dimmed, at zero", async ({ inward }) => {
  await inward.open("country=MAC&v=1");
  expect(await inward.count("industry", "chemicals")).toBe(0);
  const colour = (key) => inward.option("industry", key).locator(".name").evaluate((name) => getComputedStyle(name).color);
  const alive = (await inward.values("industry")).at(0);
  await expect(inward.option("industry", "chemicals")).toBeVisible();
  const counts = await Promise.all((await inward.values("industry")).map(async (key) => [key, await inward.count("industry", key)]));
  const [present] = counts.find(([, count]) => count > 0);
  expect(await colour(present)).not.toBe(await colour("chemicals"));
  expect(alive).toBeTruthy();
});

test("lists stand by count or by name, and the page remembers it and what was folded", async ({ inward }) => {
  await inward.open();
  const byCount = await inward.values("industry");
  await inward.page.getByRole("group", { name: "Lists" }).getByRole("button", { name: "By name" }).click();
  await expect.poll(() => inward.values("industry")).not.toEqual(byCount);
  const names = await inward.field("industry").locator("ul ul").first().locator(".name").allTextContents();
  expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other, "en")));
  await inward.fold("country").click();
  await expect(inward.option("country", "DEU")).toHaveCount(0);
  await inward.fold("mode").click();
  await inward.page.reload();
  await inward.painted();
  await expect(inward.fold("country")).toHaveAttribute("aria-expanded", "false");
  await expect(inward.fold("mode")).toHaveAttribute("aria-expanded", "true");
  expect(await inward.field("industry").locator("ul ul").first().locator(".name").allTextContents()).toEqual(names);
});

test("a period is typed as years or months", async ({ inward }) => {
  await inward.open();
  await inward.typeRange("period", "2020", "2021/3");
  await inward.expectQuery({ from: "2020-01", to: "2021-03", v: "1" });
  await expect(inward.ends("period").last()).toHaveValue("2021-03");
  await expect(inward.chips).toContainText("Jan 2020 to Mar 2021");
  await inward.typeRange("period", "2020", "");
  await inward.expectQuery({ from: "2020-01", v: "1" });
  await expect(inward.ends("period").first()).toHaveValue("2020");
  await expect(inward.chips).toContainText("from 2020");
});

test("what is no period is told, and the filter stays", async ({ inward }) => {
  await inward.open("from=2020-01&v=1");
  const [first, last] = [inward.ends("period").first(), inward.ends("period").last()];
  await last.fill("soon");
  await last.press("Enter");
  await expect(last).toHaveAttribute("aria-invalid", "true");
  await expect(inward.field("period").getByRole("alert")).toHaveText("Enter a year or a month, such as 2020 or 2020-03");
  await inward.expectQuery({ from: "2020-01", v: "1" });
  await last.fill("2019");
  await last.press("Enter");
  await expect(inward.field("period").getByRole("alert")).toHaveText("The period ends before it begins");
  await last.fill("2021");
  await last.press("Enter");
  await expect(first).not.toHaveAttribute("aria-invalid");
  await expect(inward.field("period").getByRole("alert")).toHaveCount(0);
  await inward.expectQuery({ from: "2020-01", to: "2021-12", v: "1" });
});

test("amounts are typed in the unit that is shown, and a brush writes them there", async ({ inward }) => {
  await inward.open();
  await inward.typeRange("amount", "500", "1.5 bn");
  await inward.expectQuery({ "amount-from": "5", "amount-to": "15", v: "1" });
  await expect(inward.ends("amount").last()).toHaveValue("1500");
  await expect(inward.chips).toContainText("CNY 500 million to CNY 1.5 billion");
  await inward.ends("amount").first().fill("-3");
  await inward.ends("amount").first().press("Enter");
  await expect(inward.ends("amount").first()).toHaveAttribute("aria-invalid", "true");
  await expect(inward.field("amount").getByRole("alert")).not.toBeEmpty();
  await inward.chips.first().click();
  await inward.expectQuery({});
  await expect(inward.ends("amount").first()).toHaveValue("");
  await expect(inward.ends("amount").first()).not.toHaveAttribute("aria-invalid");
  await inward.chart("amounts").canvas.scrollIntoViewIfNeeded();
  await inward.everyChart();
  await inward.drag("amounts", 0.5, 0.7);
  await expect.poll(() => inward.query()["amount-from"]).toBeTruthy();
  await expect(inward.ends("amount").first()).not.toHaveValue("");
});

test("with nothing left the page names the filter to blame and what each would bring back", async ({ inward }) => {
  await inward.open("country=MAC&q=Airbus&v=1");
  await inward.expectProjects(0);
  await expect(inward.emptyResult).toContainText(/Most is hidden by Partner countries and regions: without it there are \d+ projects/);
  const undo = inward.emptyResult.locator("[data-undo]");
  await expect(undo).toHaveCount(2);
  const promised = numberIn((await undo.first().textContent()).split("(")[1]);
  await undo.first().click();
  await inward.expectQuery({ q: "Airbus", v: "1" });
  await inward.expectProjects(promised);
  await expect(inward.emptyResult).toHaveCount(0);
});

test("a search is marked in the table and in the details", async ({ inward }) => {
  await inward.open("q=suzuki&v=1");
  await expect(inward.cells("partner").locator("mark").first()).toHaveText("Suzuki");
  await inward.cells("name").first().click();
  await expect(inward.details.locator("mark").first()).toHaveText(/suzuki/i);
});

test("a question mark opens the list of shortcuts, which can switch them off", async ({ inward }) => {
  await inward.open();
  await inward.page.keyboard.press("?");
  await expect(inward.shortcuts).toBeVisible();
  await expect(inward.shortcuts).toContainText("Search projects");
  await inward.page.keyboard.press("Escape");
  await expect(inward.shortcuts).toHaveCount(0);
  await inward.shortcutsButton.click();
  await inward.shortcuts.getByRole("checkbox").uncheck();
  await inward.shortcuts.locator('[data-action="close"]').click();
  await expect(inward.shortcutsButton).toBeFocused();
  await inward.page.reload();
  await inward.painted();
  await inward.page.keyboard.press("/");
  await expect(inward.search).not.toBeFocused();
  await inward.page.keyboard.press("?");
  await expect(inward.shortcuts).toHaveCount(0);
});

test("the focus stays with the chips while they are taken away one by one", async ({ inward }) => {
  await inward.open("country=DEU,FRA&v=1");
  const keptInRow = () => inward.page.evaluate(() => Boolean(document.activeElement.closest("[data-testid=chips]")));
  await inward.tabTo(inward.chips.last());
  await inward.page.keyboard.press("Enter");
  await expect(inward.chips).toHaveCount(1);
  expect(await keptInRow()).toBe(true);
  await inward.tabTo(inward.clearAll);
  await inward.page.keyboard.press("Enter");
  await expect(inward.chips).toHaveCount(0);
  expect(await keptInRow()).toBe(true);
});

test("a row keeps its place in the page while filters change its count", async ({ inward }) => {
  await inward.open();
  const row = inward.option("industry", "automotive");
  const before = await inward.count("industry", "automotive");
  await row.evaluate((label) => (label.sameAsBefore = true));
  await inward.box("country", "DEU").check();
  await expect.poll(() => inward.count("industry", "automotive")).not.toBe(before);
  expect(await row.evaluate((label) => label.sameAsBefore)).toBe(true);
});

test.describe("on a phone", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test("the filters are a sheet that says how many projects it would show", async ({ inward }) => {
    await inward.open();
    await expect(inward.option("country", "DEU")).toBeHidden();
    await inward.sheetOpener.tap();
    await expect(inward.sheet).toHaveAttribute("role", "dialog");
    await expect(inward.sheet).toBeFocused();
    await expect(inward.page.locator("main")).toHaveAttribute("inert", "");
    await inward.box("country", "DEU").tap();
    await expect(inward.sheetCloser).toHaveText(`Show ${GERMAN_PROJECTS} projects`);
    await expect(inward.rowButton("country", "NLD", "only")).toBeVisible();
    await inward.sheetCloser.tap();
    await expect(inward.option("country", "DEU")).toBeHidden();
    await expect(inward.page.locator("main")).not.toHaveAttribute("inert");
    await expect(inward.sheetOpener).toBeFocused();
    await expect(inward.sheetOpener).toContainText("Filters (1)");
    await inward.expectProjects(GERMAN_PROJECTS);
  });

  test("the sheet closes with Escape and is no sheet once there is room beside it", async ({ inward }) => {
    await inward.open();
    // A tap is over before the browser has made a click of it.
    await inward.sheetOpener.tap();
    await expect(inward.sheet).toBeFocused();
    await inward.page.keyboard.press("Escape");
    await expect(inward.sheetOpener).toBeFocused();
    await inward.sheetOpener.tap();
    await expect(inward.sheet).toBeFocused();
    await inward.page.setViewportSize({ width: 1200, height: 800 });
    await expect(inward.page.locator("main")).not.toHaveAttribute("inert");
    await expect(inward.sheet).not.toHaveAttribute("role");
  });
});

for (const width of [390, 1440]) {
  test(`everything in the panel and the figures is 24 pixels or more at ${width}`, async ({ inward }) => {
    await inward.page.setViewportSize({ width, height: 900 });
    await inward.open("country=DEU&industry=automotive&from=2010-01&v=1");
    if (width === 390) await inward.sheetOpener.click();
    for (const name of ["event", "mode", "stage", "disclosure", "basis"]) await inward.fold(name).click();
    const small = await inward.page.evaluate(() => {
      const inside = [...document.querySelectorAll(".filters button, .filters label, .filters input:not([type=checkbox]), .kpis button, .chips button, .header button")];
      return inside
        .filter((element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
        .map((element) => [element.outerHTML.slice(0, 120), element.getBoundingClientRect()])
        .filter(([, box]) => box.height > 0 && (box.height < 24 || box.width < 24))
        .map(([html, box]) => `${Math.round(box.width)}×${Math.round(box.height)} ${html}`);
    });
    expect(small).toEqual([]);
  });
}

test("the names of countries with a longer name stand in full in English", async ({ inward }) => {
  await inward.open();
  const cut = await inward.cutShort("country");
  for (const name of ["Hong Kong, China", "United Kingdom", "South-East Asia"]) expect(cut).not.toContain(name);
});
