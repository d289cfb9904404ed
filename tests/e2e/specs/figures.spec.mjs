// The key figures: beside the whole, and how each is computed.

import { GERMAN_PROJECTS, expect, test } from "../page.mjs";

const FIGURES = ["projects", "amount", "median", "largest", "top-five", "countries"];

test("every figure says how it is computed, one at a time", async ({ inward }) => {
  await inward.open("country=DEU&v=1");
  for (const figure of FIGURES) {
    const button = inward.explain(figure);
    await expect(button).toHaveAccessibleName(/^How is this computed: /);
    await button.click();
    await expect(button).toHaveAttribute("aria-expanded", "true");
    await expect(inward.rule).toHaveCount(1);
    await expect(inward.rule).toBeInViewport();
    await expect(inward.rule).toContainText("whole dataset");
  }
  await inward.page.keyboard.press("Escape");
  await expect(inward.rule).toHaveCount(0);
  await expect(inward.explain(FIGURES.at(-1))).toBeFocused();
});

test("what a sum leaves out is counted, and follows the filters", async ({ inward }) => {
  await inward.open("country=DEU&v=1");
  await inward.explain("amount").click();
  await expect(inward.rule).toContainText(`21 of the ${GERMAN_PROJECTS} projects`);
  await expect(inward.rule).toContainText("30 undisclosed, 2 stated without a rate");
  await expect(inward.rule).toContainText(/Approximate or bounds: \d+ of the amounts/);
  await inward.page.keyboard.press("Escape");
  await inward.box("country", "DEU").uncheck();
  await inward.explain("amount").click();
  await expect(inward.rule).toContainText("of the 347 projects");
});

test("the rule is in the language of the page and closes when the reader goes elsewhere", async ({ inward }) => {
  await inward.open();
  await inward.languageButton("zh-CN").click();
  await inward.explain("median").click();
  await expect(inward.rule).toContainText("取正中一个");
  await inward.rule.click();
  await expect(inward.rule).toBeVisible();
  await inward.search.click();
  await expect(inward.rule).toHaveCount(0);
});

test("each figure stands beside the whole", async ({ inward }) => {
  await inward.open();
  const value = (figure) => inward.kpi(figure).textContent();
  const whole = Object.fromEntries(await Promise.all(FIGURES.map(async (figure) => [figure, await value(figure)])));
  await inward.box("country", "NLD").check();
  await inward.expectProjects(5);
  for (const figure of FIGURES) await expect(inward.page.locator(`[data-kpi="${figure}"]`)).toContainText(whole[figure]);
});

for (const width of [1440, 1400, 1366, 1330]) {
  test(`the charts below the figures stay where they are whatever the filters leave, ${width} px`, async ({ inward }) => {
    await inward.page.setViewportSize({ width, height: 768 });
    const tops = [];
    for (const query of ["", "country=DEU&v=1", "currency=USD&v=1", "currency=EUR&country=NLD&v=1", "dataset=announced&v=1"]) {
      await inward.open(query);
      const { y, height } = await inward.figures.boundingBox();
      tops.push(y + height);
    }
    expect(new Set(tops).size).toBe(1);
  });
}

test("the largest project is named and opens", async ({ inward }) => {
  await inward.open("country=DEU&v=1");
  const largest = inward.page.locator('[data-kpi="largest"] button.link');
  const name = await largest.textContent();
  await largest.click();
  await expect(inward.details).toContainText(name);
});

test.describe("on a phone", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test("the rule fits the window and closes at a tap beside it", async ({ inward }) => {
    await inward.open();
    await inward.explain("countries").tap();
    const box = await inward.rule.boundingBox();
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(390);
    expect(box.y + box.height).toBeLessThanOrEqual(844);
    await inward.page.locator("h1").tap();
    await expect(inward.rule).toHaveCount(0);
  });
});

test("how much German partners signed for advanced equipment in Jinan since 2020, and how firm that is", async ({ inward }) => {
  await inward.open();
  await inward.listSearch("country").fill("Germany");
  await inward.box("country", "DEU").check();
  await inward.listSearch("industry").fill("advanced equipment");
  await inward.box("industry", "advanced-equipment").check();
  await inward.listSearch("place").fill("Jinan");
  await inward.box("place", "shandong/jinan").check();
  await inward.typeRange("period", "2020", "");
  await inward.expectQuery({ country: "DEU", industry: "advanced-equipment", place: "shandong/jinan", from: "2020-01", v: "1" });
  // One project, of 100 million euros at the average of 2020.
  await inward.expectProjects(1);
  await expect(inward.kpi("amount")).toHaveText("CNY 787.8 million");
  await expect(inward.page.locator('[data-kpi="amount"]')).toContainText("1 of 1 disclosed");
  await inward.explain("amount").click();
  await expect(inward.rule).toContainText("0 undisclosed, 0 stated without a rate");
  await inward.page.keyboard.press("Escape");
  // And whether it matches what was announced: it names no event, so that there is nothing to match.
  await expect(inward.reconciliation).toContainText("Of the 1 project shown, none names an event: no announced total can be held against them.");
  // Those of the whole conference do not.
  await inward.open("q=洛克美森&v=1");
  await expect(inward.reconciliation.locator("tbody")).toHaveCount(1);
  await expect(inward.reconciled("jinan-smec-2023")).toContainText("68 projects not listed");
});

test("a long count stands in one line, and its column stays as wide when the filters leave less", async ({ inward }) => {
  await inward.open();
  const ledger = "项目名称,国别,项目数\n合作甲,德国,1000000\n合作乙,荷兰,240000\n";
  await inward.openLedger({ name: "汇总.csv", mimeType: "text/csv", buffer: Buffer.from(ledger) });
  await inward.expectProjects(1_240_000);
  const measured = () =>
    inward.kpi("projects").evaluate((value) => {
      const words = document.createRange();
      words.selectNodeContents(value);
      return { lines: words.getClientRects().length, width: value.getBoundingClientRect().width };
    });
  const whole = await measured();
  expect(whole.lines).toBe(1);
  await inward.box("country", "NLD").check();
  await inward.expectProjects(240_000);
  expect(await measured()).toEqual(whole);
});
