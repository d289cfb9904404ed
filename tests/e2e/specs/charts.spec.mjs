// What a chart's card can do beside showing: saving, enlarging, ordering, catching up out of sight.

import { readFile } from "node:fs/promises";
import { GERMAN_PROJECTS, expect, test } from "../page.mjs";

test.use({ locale: "en" });

test("a chart is saved as a table of exactly what it shows", async ({ inward }) => {
  await inward.open("country=DEU&v=1");
  const { name, content } = await inward.save("industries", "csv");
  expect(name).toBe("inward-industries.csv");
  const lines = content.toString("utf8").split("\r\n");
  expect(lines[0]).toMatch(/^\ufeffIndustry,/);
  await inward.chart("industries").tableButton.click();
  await expect(inward.chart("industries").table.locator("tbody tr")).toHaveCount(lines.length - 2);
  await expect(inward.chart("industries").table.locator("tbody th").first()).toHaveText(lines[1].split(",")[0]);
});

test("a chart is saved as a drawing with its title, filters and source", async ({ inward }) => {
  await inward.open("country=DEU&v=1");
  const { content } = await inward.save("countries", "svg");
  const drawing = content.toString("utf8");
  for (const words of ["Projects by country and region", "Germany: ", "Filters: ", "compiled 2026"]) expect(drawing).toContain(words);
});

test("a chart is saved as a picture at twice its size", async ({ inward }) => {
  await inward.open();
  const { content } = await inward.save("countries", "png");
  expect(content.subarray(1, 4).toString()).toBe("PNG");
  const width = content.readUInt32BE(16);
  const shown = await inward.chart("countries").canvas.evaluate((canvas) => canvas.clientWidth);
  expect(width).toBe((shown + 40) * 2);
});

test("the menu of forms opens and closes by keyboard and gives the focus back", async ({ inward }) => {
  await inward.open();
  const { saveButton, forms } = inward.chart("countries");
  await saveButton.focus();
  await inward.page.keyboard.press("Enter");
  await expect(forms).toHaveCount(3);
  await inward.page.keyboard.press("Tab");
  await expect(forms.first()).toBeFocused();
  await inward.page.keyboard.press("Escape");
  await expect(forms).toHaveCount(0);
  await expect(saveButton).toBeFocused();
});

test("an enlarged chart takes the full width, in the address too", async ({ inward }) => {
  await inward.open();
  const { figure, enlargeButton } = inward.chart("countries");
  const narrow = (await figure.boundingBox()).width;
  await enlargeButton.click();
  await inward.expectQuery({ chart: "countries", v: "1" });
  await expect.poll(async () => (await figure.boundingBox()).width).toBeGreaterThan(1.8 * narrow);
  await inward.page.goBack();
  await expect.poll(async () => (await figure.boundingBox()).width).toBe(narrow);
});

test("ranked values stand by name where the reader wishes, in the order of the language", async ({ inward }) => {
  await inward.open();
  await inward.switchButton("countries", "Order", "By name").click();
  await inward.expectQuery({ order: "name", v: "1" });
  const { table, tableButton } = inward.chart("countries");
  await tableButton.click();
  const names = await table.locator("tbody th").allTextContents();
  const stated = names.filter((name) => name !== "Not stated");
  expect(stated).toEqual([...stated].sort(new Intl.Collator("en").compare));
});

test("the measure chosen on one card holds for all charts that have one", async ({ inward }) => {
  await inward.open();
  await inward.switchButton("timeline", "Measure", "Amount").click();
  await inward.expectQuery({ measure: "amount", v: "1" });
  await expect(inward.switchButton("countries", "Measure", "Amount")).toHaveAttribute("aria-pressed", "true");
  await expect(inward.chart("countries").figure.getByRole("heading")).toContainText("amount");
  // Only ranked values have an order, and dots no measure.
  await expect(inward.switchButton("timeline", "Order", "By name")).toHaveCount(0);
  await expect(inward.chart("projects").figure.getByRole("group", { name: "Measure" })).toHaveCount(0);
  await inward.page.goBack();
  await inward.expectQuery({});
  await expect(inward.switchButton("timeline", "Measure", "Projects")).toHaveAttribute("aria-pressed", "true");
});

test("a chart out of sight catches up with the filters", async ({ inward }) => {
  await inward.open();
  await inward.option("country", "DEU").locator("input[type=checkbox]").check();
  await inward.expectProjects(GERMAN_PROJECTS);
  const { figure, finding } = inward.chart("cities");
  await expect(figure).not.toBeInViewport();
  await expect(finding).toContainText(`of ${GERMAN_PROJECTS} projects`);
});
