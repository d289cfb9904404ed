// Every view is a link, and Back is undo.

import { ALL_PROJECTS, GERMAN_PROJECTS, expect, test } from "../page.mjs";

test("a link opened cold shows its view", async ({ inward }) => {
  await inward.open("country=DEU&v=1");
  await inward.expectProjects(GERMAN_PROJECTS);
  await expect(inward.option("country", "DEU").locator("input[type=checkbox]")).toBeChecked();
  await expect(inward.chips).toHaveCount(1);
});

test("a link shows the same view in a second window", async ({ inward, context }) => {
  await inward.open("country=DEU,NLD&from=2015-01&to=2023-06&measure=amount&v=1");
  const shown = await inward.kpi("projects").textContent();
  const second = await context.newPage();
  await second.goto(inward.page.url());
  await expect(second.locator('[data-kpi="projects"] .kpi-value')).toHaveText(shown);
  expect(second.url()).toBe(inward.page.url());
});

test("Back and Forward walk the changes", async ({ inward }) => {
  await inward.open();
  await inward.option("country", "DEU").locator("input[type=checkbox]").check();
  await inward.expectProjects(GERMAN_PROJECTS);
  await inward.option("country", "JPN").locator("input[type=checkbox]").check();
  await expect.poll(() => inward.query().country).toContain("JPN");
  const both = await inward.kpi("projects").textContent();

  await inward.page.goBack();
  await inward.expectProjects(GERMAN_PROJECTS);
  await inward.page.goBack();
  await inward.expectProjects(ALL_PROJECTS);
  await inward.expectQuery({});
  await inward.page.goForward();
  await inward.expectProjects(GERMAN_PROJECTS);
  await inward.page.goForward();
  await expect(inward.kpi("projects")).toHaveText(both);
});

test("a walk through the history faster than the page draws leaves every entry as it was", async ({ inward }) => {
  await inward.open();
  await inward.option("country", "DEU").click();
  await inward.expectQuery({ country: "DEU", v: "1" });
  await inward.walkAtOnce([-1, 1, -1]);
  await inward.expectProjects(ALL_PROJECTS);
  await inward.atRest();
  await inward.page.goForward();
  await inward.expectProjects(GERMAN_PROJECTS);
  await inward.expectQuery({ country: "DEU", v: "1" });
});

test("broken parts of an address are reported and ignored", async ({ inward }) => {
  await inward.open("country=DEU,XXX&colour=red&from=2023-99&v=1");
  await inward.expectProjects(GERMAN_PROJECTS);
  await expect(inward.notices).toContainText("XXX");
});

test("a reversed period and a very long text do not break the page", async ({ inward }) => {
  await inward.open(`from=2023-06&to=2020-01&v=1`);
  await expect(inward.kpi("projects")).not.toBeEmpty();
  // A browser and a server take about this much in an address; 100 kB is tested on the host.
  await inward.open(`q=${"x".repeat(6000)}&v=1`);
  await expect(inward.kpi("projects")).not.toBeEmpty();
});

test("the other dataset is a link too", async ({ inward }) => {
  await inward.open("dataset=announced&v=1");
  await inward.expectProjects(134);
});

test("a filter set after walking to a place on the page is an entry of its own", async ({ inward }) => {
  await inward.open();
  await inward.page.evaluate(() => (location.hash = "charts"));
  await inward.page.goBack();
  await inward.option("country", "DEU").click();
  await inward.expectQuery({ country: "DEU", v: "1" });
  await inward.page.goBack();
  await inward.expectQuery({});
  await inward.expectProjects(ALL_PROJECTS);
});
