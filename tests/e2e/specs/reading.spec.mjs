// Language, theme, keyboard, tables, tooltips.

import { GERMAN_PROJECTS, expect, test } from "../page.mjs";

test("the language changes everything and keeps the view", async ({ inward }) => {
  await inward.open("country=DEU&v=1");
  await expect(inward.root).toHaveAttribute("lang", "en");
  await inward.languageButton("zh-CN").click();
  await expect(inward.root).toHaveAttribute("lang", "zh-CN");
  await expect(inward.languageButton("zh-CN")).toHaveAttribute("aria-pressed", "true");
  await expect(inward.languageButton("en")).toHaveAttribute("aria-pressed", "false");
  await expect(inward.option("country", "DEU")).toContainText("德国");
  await inward.expectProjects(GERMAN_PROJECTS);
  await inward.languageButton("en").click();
  await expect(inward.option("country", "DEU")).toContainText("Germany");
});

test("the browser's language is the page's", async ({ browser }) => {
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  await page.goto(process.env.INWARD_ADDRESS);
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await context.close();
});

test("the dark theme changes the colours", async ({ inward }) => {
  await inward.open();
  const background = () => inward.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const before = await background();
  await inward.themeChoice.selectOption("dark");
  await expect.poll(background).not.toBe(before);
  await expect(inward.themeChoice).toHaveValue("dark");
});

test("a chart is read and used with the keyboard alone", async ({ inward }) => {
  await inward.open();
  const { canvas } = inward.chart("countries");
  for (let press = 0; press < 200 && !(await canvas.evaluate((element) => element === document.activeElement)); press += 1) {
    await inward.page.keyboard.press("Tab");
  }
  await expect(canvas).toBeFocused();
  await inward.page.keyboard.press("ArrowDown");
  await expect(inward.tooltip).toBeVisible();
  await expect(inward.live).not.toBeEmpty();
  await inward.page.keyboard.press("Enter");
  await expect.poll(() => inward.query().country).toMatch(/^[A-Z]{3}$/);
  await expect(canvas).toBeFocused();
  await inward.page.keyboard.press("Escape");
  await expect(inward.tooltip).toHaveCount(0);
  await inward.page.keyboard.press("Tab");
  await expect(canvas).not.toBeFocused();
});

test("hovering a bar tells its value", async ({ inward }) => {
  await inward.open();
  await inward.findMark("countries", /Germany/);
  await expect(inward.tooltip).toContainText(String(GERMAN_PROJECTS));
});

test("the table behind a chart has its figures", async ({ inward }) => {
  await inward.open();
  const { table, tableButton } = inward.chart("countries");
  await tableButton.click();
  await expect(table).toBeVisible();
  const germany = table.locator("tr", { hasText: "Germany" });
  await expect(germany).toContainText(String(GERMAN_PROJECTS));
  await tableButton.click();
  await expect(table).toBeHidden();
});

for (const width of [360, 1440]) {
  test(`nothing sticks out sideways at ${width} pixels`, async ({ inward }) => {
    await inward.page.setViewportSize({ width, height: 800 });
    await inward.open();
    expect(await inward.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test("marks that moved end where a page without motion draws them", async ({ inward }) => {
  const picture = () => inward.page.locator('figure[data-chart="industries"] canvas').first().evaluate((canvas) => canvas.toDataURL());
  const addFrance = async () => {
    await inward.open("country=DEU&v=1");
    const before = await picture();
    await inward.option("country", "FRA").click();
    await inward.expectQuery({ country: "DEU,FRA", v: "1" });
    return before;
  };
  await inward.page.emulateMedia({ reducedMotion: "reduce" });
  await addFrance();
  await inward.frame();
  const still = await picture();
  await inward.page.emulateMedia({ reducedMotion: "no-preference" });
  const before = await addFrance();
  await expect.poll(picture).toBe(still);
  expect(before).not.toBe(still);
});
