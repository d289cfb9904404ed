// The view on paper.

import { expect, test } from "../page.mjs";

/** A4 between the margins of the sheet, in CSS pixels. */
const PAGE = { width: 703, height: 1009 };

const pages = (pdf) => (pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;

/** The page as it stands on paper, to be looked at with the browser's own eyes. */
async function onPaper(inward, query) {
  await inward.open(query);
  await inward.everyChart();
  await inward.page.setViewportSize(PAGE);
  await inward.page.emulateMedia({ media: "print" });
  await inward.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const paper = inward.page.locator("article.paper");
  await expect(paper).toBeVisible();
  return paper;
}

for (const [locale, colorScheme, query] of [
  ["zh-CN", "light", ""],
  ["en", "dark", "country=DEU,NLD&from=2015-01&currency=USD&measure=amount&v=1"],
]) {
  test.describe(`${locale} ${colorScheme}`, () => {
    test.use({ locale, colorScheme });

    test("a sheet has all of the view, and nothing on it is cut", async ({ inward }) => {
      const paper = await onPaper(inward, query);
      await expect(inward.page.locator("header.header")).toBeHidden();
      await expect(paper.getByRole("heading", { level: 1 })).toContainText(locale === "en" ? "Signed projects" : "已签约项目");
      await expect(paper.locator("[data-kpi]")).toHaveCount(6);
      await expect(paper.locator("figure svg")).toHaveCount(11);
      await expect(paper.locator("tbody tr")).not.toHaveCount(0);
      await expect(paper.locator("ol li")).not.toHaveCount(0);
      const cut = await paper.evaluate((sheet, page) => {
        const wrong = [];
        for (const element of sheet.querySelectorAll("*")) {
          const box = element.getBoundingClientRect();
          const name = `${element.tagName} ${element.textContent.slice(0, 40)}`;
          if (box.left < -1 || box.right > page.width + 1) wrong.push(`${name} sticks out sideways`);
          if (element.matches("figure") && box.height > page.height) wrong.push(`${name} is higher than a page`);
          if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflow === "hidden") wrong.push(`${name} is cut`);
        }
        return wrong;
      }, PAGE);
      expect(cut).toEqual([]);
      // Ink on white, also where the screen is dark.
      expect(await inward.page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color])).toEqual(["rgba(0, 0, 0, 0)", "rgb(27, 33, 39)"]);
      expect(await paper.locator("figure svg rect").first().getAttribute("fill")).toBe("#FFFFFF");
      await inward.page.evaluate(() => dispatchEvent(new Event("afterprint")));
      await expect(paper).toHaveCount(0);
    });
  });
}

test("the browser prints the sheet by itself, on a handful of pages", async ({ inward }) => {
  await inward.open("country=DEU&v=1");
  await inward.everyChart();
  const pdf = await inward.page.pdf({ preferCSSPageSize: true });
  expect(pages(pdf)).toBeGreaterThanOrEqual(4);
  expect(pages(pdf)).toBeLessThanOrEqual(10);
  await expect(inward.page.locator("article.paper")).toHaveCount(0);
});

test("the header opens the browser's dialog for printing", async ({ inward }) => {
  await inward.open();
  await inward.page.evaluate(() => (window.print = () => (window.printed = true)));
  await inward.page.locator('[data-action="share"]').click();
  await inward.page.locator('[data-action="print"]').click();
  await expect.poll(() => inward.page.evaluate(() => window.printed)).toBe(true);
});
