// One chart in a frame of another page, and giving a view to somebody else.

import { expect, test } from "../page.mjs";

test.use({ locale: "en" });

const KINDS = ["countries", "industries", "timeline", "amounts", "sectors", "matrix", "flow", "projects", "cities", "events", "calendar"];

for (const kind of KINDS) {
  test(`the chart ${kind} stands alone in a frame`, async ({ inward }) => {
    await inward.open(`embed=${kind}&v=1`);
    const { figure, canvas } = inward.chart(kind);
    await expect(canvas).toBeVisible();
    await expect(figure.getByRole("heading", { level: 1 })).not.toBeEmpty();
    await expect(inward.page.locator("figure")).toHaveCount(1);
    await expect(inward.page.locator("header")).toHaveCount(0);
    const sideways = await inward.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    expect(sideways).toBe(false);
    const link = inward.page.getByRole("link", { name: "Explore on Inward" });
    await expect(link).toHaveAttribute("target", "_blank");
    await expect(link).toHaveAttribute("rel", "noopener");
  });
}

test("a frame is in the language and theme that its address asks for, whatever its reader prefers", async ({ inward }) => {
  await inward.open("embed=countries&lang=zh-CN&theme=dark&v=1");
  await expect(inward.root).toHaveAttribute("lang", "zh-CN");
  await expect(inward.root).toHaveAttribute("data-theme", "dark");
  // Nothing of it is kept for the page.
  await inward.open();
  await expect(inward.root).toHaveAttribute("lang", "en");
  await expect(inward.root).toHaveAttribute("data-theme", "light");
});

test("the page opens from a frame with the same filters", async ({ inward, context }) => {
  await inward.open("embed=industries&country=DEU&measure=amount&currency=EUR&v=1");
  await expect(inward.chips).toHaveCount(1);
  const opened = context.waitForEvent("page");
  await inward.page.getByRole("link", { name: "Explore on Inward" }).click();
  const page = await opened;
  await expect(page.locator("header")).toBeVisible();
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ country: "DEU", measure: "amount", currency: "EUR", v: "1" });
});

test("what is picked in a frame adds nothing to the history around it", async ({ inward }) => {
  await inward.open("embed=countries&v=1");
  const before = await inward.page.evaluate(() => history.length);
  await inward.walkTo("countries", /^Germany/);
  await inward.page.keyboard.press("Enter");
  await inward.expectQuery({ embed: "countries", country: "DEU", v: "1" });
  expect(await inward.page.evaluate(() => history.length)).toBe(before);
});

test("a dot in a frame opens its project on the page", async ({ inward, context }) => {
  await inward.open("embed=projects&v=1");
  const opened = context.waitForEvent("page");
  await inward.walkTo("projects", /./);
  await inward.page.keyboard.press("Enter");
  const page = await opened;
  await expect(page.locator("dialog.details")).toBeVisible();
});

test("the frame of another page shows the chart that the copied markup names", async ({ inward, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await inward.open("country=DEU&v=1");
  const { figure } = inward.chart("industries");
  await figure.locator('[data-action="save"]').click();
  await figure.locator('[data-action="copy-embed"]').click();
  await expect(figure.getByRole("status")).toContainText("copied");
  const markup = await inward.page.evaluate(() => navigator.clipboard.readText());
  expect(markup).toContain("embed=industries");
  const around = await context.newPage();
  await around.setContent(`<h1>Around</h1>${markup}`);
  const frame = around.frameLocator("iframe");
  await expect(frame.locator('figure[data-chart="industries"] canvas').first()).toBeVisible();
  // As high as the chart needs.
  const scrolls = await frame.locator("html").evaluate((root) => root.scrollHeight > root.clientHeight);
  expect(scrolls).toBe(false);
});

test("the link to the view is copied from the header", async ({ inward, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await inward.open("country=DEU,NLD&currency=USD&v=1");
  await inward.page.locator('[data-action="share"]').click();
  await inward.page.locator('[data-action="copy-link"]').click();
  await expect(inward.page.locator("header").getByRole("status")).toHaveText("Link copied");
  expect(await inward.page.evaluate(() => navigator.clipboard.readText())).toBe(inward.page.url());
  // The menu leaves the way it came.
  await inward.page.keyboard.press("Escape");
  await expect(inward.page.locator('[data-action="copy-link"]')).toHaveCount(0);
  await expect(inward.page.locator('[data-action="share"]')).toBeFocused();
});
