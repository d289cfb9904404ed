// Without a network, from one build to the next, and switched off.

import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nextBuild } from "../next-build.mjs";
import { ALL_PROJECTS, GERMAN_PROJECTS, InwardPage, expect, test as base } from "../page.mjs";
import { builtPage, serve } from "../server.mjs";

/** A host of the test's own: it is stopped, and gets a new build. */
const test = base.extend({
  host: async ({}, use) => {
    const host = await serve();
    await use(host);
    await host.stop().catch(() => {});
  },
});

test.use({ serviceWorkers: "allow" });

const state = (page) => page.locator("html").getAttribute("data-offline");

/** Opens the page of a host, and waits until all of it is stored. */
async function openAndKeep(page, host, query = "") {
  const inward = new InwardPage(page, host.address);
  await inward.open(query);
  await expect.poll(() => state(page), { timeout: 30_000 }).toBe("kept");
  return inward;
}

/** The version in the foot of the page. */
const version = async (page) => (await page.locator(".footer").textContent()).match(/0\.1\.\d/)[0];

/** The hashes in the names of what the page fetched. */
const builds = (page) =>
  page.evaluate(() => [...new Set(performance.getEntriesByType("resource").flatMap(({ name }) => name.match(/inward-page(?:_bg)?-([0-9a-f]{16})/)?.[1] ?? []))]);

/** All of the page is there: also what is fetched when the reader comes near it. */
async function expectWhole(inward) {
  await inward.everyChart();
  await inward.grid.scrollIntoViewIfNeeded();
  await expect(inward.projectRows.first()).toBeVisible();
}

test("after the first visit the page opens without a network", async ({ page, context, host }) => {
  const inward = await openAndKeep(page, host);
  await expect(page.getByTestId("offline")).toContainText("opens without a network");
  await host.stop();
  await context.setOffline(true);
  await inward.open("country=DEU&v=1");
  await inward.expectProjects(GERMAN_PROJECTS);
  await expectWhole(inward);
  await page.goto(`${host.address}about-en.html`);
  await expect(page.locator("h1")).toHaveText("About the data");
  // With its style, which is the page's.
  expect(await page.evaluate(() => getComputedStyle(document.querySelector("th")).textAlign)).toBe("start");
  expect(await page.evaluate(() => document.styleSheets.length)).toBe(2);
});

test("a new build replaces the old one as a whole, when the reader wants it", async ({ page, context, host }) => {
  const inward = await openAndKeep(page, host, "country=DEU&v=1");
  const [firstBuild] = await builds(page);
  const second = await nextBuild(builtPage);
  await host.show(second);
  await rm(second, { recursive: true });

  // The host has only the new files now; the page goes on with its own.
  await page.reload();
  await inward.painted();
  await inward.arrive();
  expect(await version(page)).toBe("0.1.0");
  await expect(page.getByTestId("new-version")).toBeVisible({ timeout: 30_000 });
  const other = new InwardPage(await context.newPage(), host.address);
  // It has the first picture, and nothing of what is fetched later.
  await other.load();
  expect(await version(other.page)).toBe("0.1.0");

  await page.getByTestId("new-version").getByRole("button").click();
  await expect.poll(() => version(page).catch(() => "none")).toBe("0.1.1");
  await inward.expectProjects(GERMAN_PROJECTS);
  await expectWhole(inward);
  const [secondBuild, ...rest] = await builds(page);
  expect(rest).toEqual([]);
  expect(secondBuild).toBe([...firstBuild].reverse().join(""));

  // The other window still is of the first build, all of it.
  await other.arrive();
  await expectWhole(other);
  expect(await builds(other.page)).toEqual([firstBuild]);
  await expect(other.page.getByTestId("new-version")).toBeVisible();
  await other.page.getByTestId("new-version").getByRole("button").click();
  await expect.poll(() => version(other.page).catch(() => "none")).toBe("0.1.1");
});

test("without a reader's consent a new build comes when all windows are closed", async ({ page, context, host }) => {
  const inward = await openAndKeep(page, host);
  const second = await nextBuild(builtPage);
  await host.show(second);
  await rm(second, { recursive: true });
  await page.reload();
  await inward.painted();
  await inward.arrive();
  await expect(page.getByTestId("new-version")).toBeVisible({ timeout: 30_000 });
  await page.close();
  const later = await context.newPage();
  const visit = async () => {
    await later.goto(host.address);
    await later.locator(".footer").waitFor();
    return version(later);
  };
  // The old build's worker has to be done with its last window before it gives way; each visit gives it another one.
  await expect
    .poll(
      async () => {
        const visited = await visit();
        await later.goto("about:blank");
        return visited;
      },
      { intervals: [2_000, 4_000, 8_000], timeout: 60_000 },
    )
    .toBe("0.1.1");
  await visit();
  await expect.poll(() => later.evaluate(async () => (await caches.keys()).length)).toBe(1);
});

test("a reader can switch it off and on again", async ({ page, host }) => {
  const inward = await openAndKeep(page, host);
  const stored = () => page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]);
  expect(await stored()).toEqual([1, 1]);
  await page.getByTestId("offline").getByRole("button", { name: "Do not keep it" }).click();
  await expect.poll(() => state(page)).toBe("off");
  expect(await stored()).toEqual([0, 0]);
  await page.reload();
  await inward.expectProjects(ALL_PROJECTS);
  await inward.arrive();
  await expect(page.getByTestId("offline")).toContainText("not kept");
  expect(await stored()).toEqual([0, 0]);
  await page.getByTestId("offline").getByRole("button", { name: "Keep it" }).click();
  await expect.poll(() => state(page), { timeout: 30_000 }).toBe("kept");
});

test("a worker that does not answer keeps nobody waiting for ever", async ({ page, context, host }) => {
  const inward = await openAndKeep(page, host);
  await context.addInitScript(() => {
    const { postMessage } = ServiceWorker.prototype;
    ServiceWorker.prototype.postMessage = function (message, ...others) {
      if (message !== "which build") postMessage.call(this, message, ...others);
    };
    window.told = [];
    addEventListener("offline-change", () => window.told.push(document.documentElement.dataset.offline ?? "none"), true);
  });
  await page.reload();
  await inward.arrive();
  await expect.poll(() => state(page), { timeout: 30_000 }).toBe("kept");
  const offline = page.getByTestId("offline");
  await offline.getByRole("button", { name: "Do not keep it" }).click();
  await expect.poll(() => state(page)).toBe("off");
  await offline.getByRole("button", { name: "Keep it" }).click();
  await expect.poll(() => page.evaluate(() => window.told), { timeout: 30_000 }).toEqual(["kept", "off", "preparing", "kept"]);
});

test("a file that is not of this build is never kept, and the page works without", async ({ page, context, host, trouble }) => {
  trouble.means(/integrity|Failed to fetch|digest/i);
  const altered = await mkdtemp(join(tmpdir(), "inward-altered-"));
  await cp(builtPage, altered, { recursive: true });
  await writeFile(join(altered, "about-en.html"), "<p>of another build</p>");
  await rm(join(altered, "about-en.html.br"));
  await host.show(altered);
  await rm(altered, { recursive: true });
  await context.addInitScript(() => {
    window.told = [];
    addEventListener("offline-change", () => window.told.push(document.documentElement.dataset.offline ?? "none"), true);
  });
  const inward = new InwardPage(page, host.address);
  await inward.open();
  await expect.poll(() => page.evaluate(() => window.told), { timeout: 30_000 }).toEqual(["preparing", "none"]);
  await expect(page.getByTestId("offline")).toHaveCount(0);
  await inward.expectProjects(ALL_PROJECTS);
});

test("a browser without service workers shows the page and offers nothing", async ({ page, context, host }) => {
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => undefined }));
  const inward = new InwardPage(page, host.address);
  await inward.open();
  await inward.expectProjects(ALL_PROJECTS);
  await expect(page.getByTestId("offline")).toHaveCount(0);
});

test("a browser can install the page as an app", async ({ page, host }) => {
  await openAndKeep(page, host);
  const session = await page.context().newCDPSession(page);
  const { errors } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // Playwright's contexts are like private windows, in which nothing is installed.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito")).toEqual([]);
});
