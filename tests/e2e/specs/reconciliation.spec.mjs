// Announced totals beside the projects that are listed.

import { ALL_PROJECTS, expect, test } from "../page.mjs";

/** The conference of which 71 projects were announced, and three are listed. */
const CONFERENCE = "jinan-smec-2023";
/** One that was announced only; no project of it is listed. */
const UNLISTED = "suzhou-2025";

test("an event shows what was announced, what is listed and the gap", async ({ inward }) => {
  await inward.open();
  const conference = inward.reconciled(CONFERENCE);
  for (const words of ["71", "CNY 50.63 billion", "CNY 27.43 billion signed on site", "68 projects not listed", "3 listed without an amount"]) {
    await expect(conference).toContainText(words);
  }
  const width = (part) => conference.locator(`.${part}`).first().evaluate((line) => line.getBoundingClientRect().width);
  expect((await width("hatched")) / (await width("announced"))).toBeCloseTo(3 / 71, 2);
});

test("an event's name picks the event, and the comparison stays with the whole of it", async ({ inward }) => {
  await inward.open();
  const conference = inward.reconciled(CONFERENCE);
  const before = await conference.textContent();
  await conference.getByRole("button").click();
  await inward.expectQuery({ event: CONFERENCE, v: "1" });
  await inward.expectProjects(3);
  await expect(inward.reconciliation).toContainText("whole events");
  await expect(conference.getByRole("button")).toHaveAttribute("aria-pressed", "true");
  await inward.option("country", "DEU").click();
  await inward.expectQuery({ country: "DEU", event: CONFERENCE, v: "1" });
  expect(await conference.textContent()).toBe(before);
  await conference.getByRole("button").click();
  await inward.expectQuery({ country: "DEU", v: "1" });
});

test("events that cannot be compared are shown on request", async ({ inward }) => {
  await inward.open();
  await expect(inward.reconciled(CONFERENCE)).toHaveCount(1);
  await expect(inward.reconciled(UNLISTED)).toHaveCount(0);
  await inward.reconciliation.getByRole("button", { name: "Show all 96 events" }).click();
  await expect(inward.reconciliation.locator("tbody")).toHaveCount(96);
  await expect(inward.reconciled(UNLISTED)).toContainText("none of its projects is listed here");
  await expect(inward.reconciled(UNLISTED).getByRole("button")).toHaveCount(0);
  await inward.reconciliation.getByRole("button", { name: "Show less" }).click();
  await expect(inward.reconciled(UNLISTED)).toHaveCount(0);
});

test("projects without a signing lead to those with one", async ({ inward }) => {
  await inward.open("dataset=announced&v=1");
  await expect(inward.reconciliation).toContainText("no reported signing");
  await inward.reconciliation.getByRole("button").click();
  await inward.expectProjects(ALL_PROJECTS);
  await expect(inward.reconciled(CONFERENCE)).toContainText("68 projects not listed");
});

for (const width of [360, 1440]) {
  test(`the comparison is a table to a screen reader at ${width} pixels, and nothing sticks out`, async ({ inward }) => {
    await inward.page.setViewportSize({ width, height: 800 });
    await inward.open();
    const table = inward.reconciliation.getByRole("table", { name: "Announced totals and listed projects" });
    await expect(table.getByRole("columnheader")).toHaveText(["Event", "Measure", "Announced", "Listed here", "Difference"]);
    await expect(table.getByRole("rowheader", { name: /SME conference 2023/ })).toHaveCount(1);
    await inward.reconciliation.getByRole("button", { name: "Show all 96 events" }).click();
    await expect(inward.reconciled(UNLISTED)).toHaveCount(1);
    expect(await inward.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
