// Amounts in the currency that the reader chooses.

import { ALL_PROJECTS, GERMAN_PROJECTS, expect, numberIn, test } from "../page.mjs";

test.use({ locale: "en" });

test("every amount follows the chosen currency, and Back goes back to yuan", async ({ inward }) => {
  await inward.open("measure=amount&v=1");
  await expect(inward.kpi("amount")).toHaveText(/^CNY /);
  await inward.currencyButton("USD").click();
  await inward.expectQuery({ measure: "amount", currency: "USD", v: "1" });
  for (const figure of ["amount", "median", "largest"]) {
    await expect(inward.kpi(figure)).toHaveText(/^USD /);
  }
  await inward.expectProjects(ALL_PROJECTS);
  const { finding } = inward.chart("countries");
  await expect(finding).toContainText("USD");
  await expect(inward.projectRows.first()).toBeVisible();
  await expect(inward.grid).not.toContainText("CNY 0");
  await inward.page.goBack();
  await expect(inward.kpi("amount")).toHaveText(/^CNY /);
  await expect(finding).toContainText("CNY");
});

test("the currency is no filter, and filters stay", async ({ inward }) => {
  await inward.open("country=DEU&v=1");
  await inward.currencyButton("EUR").click();
  await inward.expectQuery({ country: "DEU", currency: "EUR", v: "1" });
  await inward.expectProjects(GERMAN_PROJECTS);
  await expect(inward.chips).toHaveCount(1);
});

test("a range of amounts is taken away with its currency, and Back restores it", async ({ inward }) => {
  await inward.open("amount-from=10&v=1");
  const large = numberIn(await inward.kpi("projects").textContent());
  expect(large).toBeLessThan(ALL_PROJECTS);
  await inward.currencyButton("USD").click();
  await inward.expectProjects(ALL_PROJECTS);
  await expect(inward.notices).toContainText("USD");
  await inward.page.goBack();
  await inward.expectQuery({ "amount-from": "10", v: "1" });
  await inward.expectProjects(large);
});

test("a brush over the histogram in euros is a range in euros", async ({ inward }) => {
  await inward.open("currency=EUR&v=1");
  await inward.drag("amounts", 0.3, 0.5);
  await expect.poll(() => inward.query()).toMatchObject({ "amount-from": expect.stringMatching(/^EUR:[\d.]+m$/), "amount-to": expect.stringMatching(/^EUR:[\d.]+m$/) });
  await expect(inward.chips.first()).toContainText("EUR");
});
