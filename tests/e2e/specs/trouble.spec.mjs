// What a browser may lack or forbid, and a panic: said or survived.

import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { launchOptions } from "../browser.mjs";
import { ALL_PROJECTS, GERMAN_PROJECTS, InwardPage, expect, test } from "../page.mjs";

/** What the page says instead of the program's. */
const told = (page) => page.locator("main.trouble");

/** Makes the browser refuse what no browser refuses, and has the program ask for it. */
const provokePanic = (inward) =>
  inward.option("country", "JPN").evaluate((label) => {
    const refuse = () => {
      throw new DOMException("a secret of the ledger", "InvalidStateError");
    };
    Node.prototype.insertBefore = refuse;
    Node.prototype.appendChild = refuse;
    label.click();
  });

test("a panic shows a page that says so, and a reload goes on from there", async ({ inward, trouble, context }) => {
  trouble.means(/panicked|unreachable|RuntimeError|secret of the ledger/);
  await context.addInitScript(() => localStorage.setItem("kept", "a ledger"));
  await inward.open("country=DEU&q=GmbH&v=1");
  const address = inward.page.url();
  await provokePanic(inward);

  const page = told(inward.page);
  await expect(page).toHaveAttribute("data-trouble", "stopped");
  await expect(page).toBeFocused();
  await expect(page.locator('section[lang="en"] h1')).toHaveText("The page has stopped");
  await expect(page.locator('section[lang="zh-CN"] h1')).toHaveText("页面意外停止");
  await expect(page.locator("section").first()).toHaveAttribute("lang", "en");

  const report = await page.locator("textarea").inputValue();
  expect(report).toMatch(/^Inward \S+/);
  expect(report).toContain("stopped: RuntimeError");
  expect(report).toMatch(/^at \S+\.rs:\d+$/m);
  expect(report).toMatch(/wasm-function\[\d+\]:0x/);
  for (const secret of ["secret", "DEU", "GmbH", "127.0.0.1", "localhost"]) expect(report).not.toContain(secret);

  await context.grantPermissions(["clipboard-read"]);
  await page.locator('[data-action="copy"]').click();
  await expect(page.getByRole("status")).toContainText("Copied");
  expect(await inward.page.evaluate(() => navigator.clipboard.readText())).toBe(report);

  await page.locator('[data-action="reload"]').click();
  await expect(page).toHaveCount(0);
  await inward.painted();
  expect(inward.page.url()).toBe(address);
  expect(await inward.page.evaluate(() => localStorage.getItem("kept"))).toBe("a ledger");
  await expect(inward.option("country", "DEU").locator("input")).toBeChecked();
});

test("after a panic on a kept ledger the built-in data can be opened, though the bare page opens on the ledger", async ({ inward, trouble }) => {
  trouble.means(/panicked|unreachable|RuntimeError|secret of the ledger/);
  await inward.open();
  await inward.openLedger({ name: "own.csv", mimeType: "text/csv", buffer: Buffer.from("name,country\nA,JPN\nB,DEU\n") }, { keep: true });
  await inward.expectProjects(2);
  await inward.open();
  await inward.expectProjects(2);
  await provokePanic(inward);
  await told(inward.page).locator('[data-action="builtIn"]').click();
  await inward.expectProjects(ALL_PROJECTS);
});

test("after a panic the page can be opened without its filters", async ({ inward, trouble }) => {
  trouble.means(/panicked|unreachable|RuntimeError|secret of the ledger/);
  await inward.open("country=DEU&v=1");
  await provokePanic(inward);
  await told(inward.page).locator('[data-action="builtIn"]').click();
  await inward.expectProjects(ALL_PROJECTS);
  await inward.expectQuery({});
});

test.describe("in Chinese", () => {
  test.use({ locale: "zh-CN" });

  test("a browser without WebAssembly is told what is missing", async ({ inward, context }) => {
    await context.addInitScript(() => delete globalThis.WebAssembly);
    await inward.page.goto(inward.address);
    await expect(told(inward.page)).toHaveAttribute("data-trouble", "unsupported");
    await expect(told(inward.page).locator("section").first()).toHaveAttribute("lang", "zh-CN");
  });
});

test("a browser whose WebAssembly is too old is told so", async ({ inward, context }) => {
  await context.addInitScript(() => {
    const tooOld = async () => {
      throw new WebAssembly.CompileError("invalid value type v128");
    };
    Object.assign(WebAssembly, { instantiate: tooOld, instantiateStreaming: tooOld, compile: tooOld, compileStreaming: tooOld });
  });
  await inward.page.goto(inward.address);
  await expect(told(inward.page)).toHaveAttribute("data-trouble", "unsupported");
});

for (const [name, pattern] of [
  ["script", /inward-page[^/]*\.js$/],
  ["program", /inward-page[^/]*\.wasm$/],
]) {
  test(`a page whose ${name} is missing says that it is incomplete`, async ({ inward, trouble }) => {
    trouble.means(/404|integrity/);
    await inward.page.route(pattern, (route) => route.fulfill({ status: 404, body: "Not found" }));
    await inward.page.goto(inward.address);
    await expect(told(inward.page)).toHaveAttribute("data-trouble", "notLoaded");
    await inward.page.unroute(pattern);
    await told(inward.page).locator('[data-action="reload"]').click();
    await expect(told(inward.page)).toHaveCount(0);
    await inward.painted();
  });
}

test("a browser that draws no canvas still filters, and says where the figures are", async ({ inward, context }) => {
  await context.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await inward.page.goto(inward.address);
  await inward.expectProjects(ALL_PROJECTS);
  await expect(inward.notices).toContainText("does not let the page draw charts");
  await inward.option("country", "DEU").click();
  await inward.expectProjects(GERMAN_PROJECTS);
  const { table, tableButton } = inward.chart("countries");
  await tableButton.click();
  await expect(table.locator("tr", { hasText: "Germany" })).toContainText(String(GERMAN_PROJECTS));
});

test("a page that may store nothing works on", async ({ inward, context }) => {
  await context.addInitScript(() => {
    const blocked = () => {
      throw new DOMException("The user denied permission", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { get: blocked });
    for (const method of ["open", "deleteDatabase", "databases"]) IDBFactory.prototype[method] = blocked;
  });
  await inward.open();
  await inward.expectProjects(ALL_PROJECTS);
  await inward.themeChoice.selectOption("dark");
  await expect(inward.root).toHaveAttribute("data-theme", "dark");
  await expect(inward.notices).toContainText("does not let the page keep");
});

test("a browser with cookies off works on", async ({ trouble }) => {
  const folder = await mkdtemp(join(tmpdir(), "inward-no-cookies-"));
  await mkdir(join(folder, "Default"));
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
  await writeFile(join(folder, "Default", "Preferences"), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(folder, { ...launchOptions, headless: true, locale: "en-GB", reducedMotion: "reduce" });
  try {
    trouble.watch(context);
    const inward = new InwardPage(await context.newPage(), process.env.INWARD_ADDRESS);
    await inward.open("country=DEU&v=1");
    await inward.expectProjects(GERMAN_PROJECTS);
    expect(await inward.page.evaluate(() => { try { return Boolean(localStorage); } catch (error) { return error.name; } })).toBe("SecurityError");
    await inward.themeChoice.selectOption("dark");
    await expect(inward.root).toHaveAttribute("data-theme", "dark");
  } finally {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  }
});
