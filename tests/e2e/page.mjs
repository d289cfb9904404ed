// The page as a reader sees it: every selector of the end-to-end tests is here, and nowhere else.

import { readFile } from "node:fs/promises";
import { expect, test as base } from "@playwright/test";
import { watched } from "./watch.mjs";

/** Projects in the dataset that the page opens on. */
export const ALL_PROJECTS = 347;
/** Of them, those with a partner from Germany. */
export const GERMAN_PROJECTS = 53;

/** The first whole number in a text such as `1,234 projects`. */
export const numberIn = (text) => Number((text ?? "").replaceAll(/[,\s\u00a0\u202f]/g, "").match(/\d+/)?.[0] ?? NaN);

export class InwardPage {
  constructor(page, address) {
    this.page = page;
    this.address = address;
    this.root = page.locator("html");
    this.emptyResult = page.locator("[data-testid=empty-result]");
    this.shortcuts = page.locator("dialog.shortcuts");
    this.shortcutsButton = page.locator('[data-action="shortcuts"]');
    this.figures = page.locator(".kpis");
    this.rule = page.locator(".kpi-rule");
    this.sheet = page.locator("#filter-list");
    this.sheetOpener = page.locator(".filters-open");
    this.sheetCloser = page.locator(".filters-close");
    this.chips = page.locator("[data-testid=chips] button[data-chip]");
    this.clearAll = page.locator("[data-testid=clear-all]");
    this.search = page.locator("input[type=search]").first();
    this.filters = page.locator("[data-testid=filters]");
    this.notices = page.locator("[data-testid=notices]");
    this.tooltip = page.locator("[role=tooltip]:visible");
    this.live = page.locator("[aria-live=polite]").first();
    this.grid = page.locator("[role=grid]");
    this.projectRows = this.grid.locator("[role=row][aria-rowindex]:not(.head)");
    this.openRow = this.grid.locator("[aria-current=true]");
    this.columnChoice = page.locator(".columns");
    this.copyButton = page.locator('[data-action="copy"]');
    this.copyStatus = page.locator(".projects-tools [role=status]");
    this.details = page.locator("dialog.details");
    this.skipLink = page.locator("a.skip");
    this.headerMore = page.locator('[data-action="header-more"]');
    this.shareButton = page.locator('[data-action="share"]');
    this.reconciliation = page.locator("section.reconciliation");
    this.datasetChoice = page.locator(".dataset select");
    this.openData = page.locator('[data-action="open-data"]');
    this.ledgers = page.locator("dialog.ledgers");
    this.ledgerFile = page.locator("[data-testid=file]");
    this.check = page.locator("[data-testid=check]");
    this.receipt = page.locator("[data-testid=receipt]");
    this.mappedColumns = this.check.locator(".mapping tbody tr");
    this.keptLedgers = page.locator("[data-testid=kept]");
    this.refusal = page.locator("[data-testid=refusal]");
    this.showLedger = page.locator('[data-action="show-ledger"]');
  }

  /** Loads the page with a query such as `country=DEU`, and waits for its first chart. Nobody is there yet. */
  async load(query = "") {
    await this.page.goto(query ? `${this.address}?${query}` : this.address);
    await this.painted();
  }

  /** Loads the page and gives the first sign of a reader, with which it fetches what is below the first picture. */
  async open(query = "") {
    await this.load(query);
    await this.arrive();
  }

  /** The first sign of a reader: the pointer moves, where there is nothing to hover. */
  async arrive() {
    // The program gives the page its title when it begins to listen.
    await expect(this.page).toHaveTitle(/ · /);
    await this.page.mouse.move(1, 1);
    await this.page.mouse.move(2, 2);
  }

  /** Selects the first rows of the list by keyboard, in the moment in which it appears. */
  async selectRowsOnceListed(rows) {
    await this.page.evaluate((rows) => {
      const watch = new MutationObserver(async () => {
        const grid = document.querySelector("[role=grid]");
        if (!grid) return;
        watch.disconnect();
        for (let row = 1; row < rows; row += 1) {
          grid.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", shiftKey: true, bubbles: true }));
          await new Promise((resolve) => setTimeout(resolve));
        }
      });
      watch.observe(document.body, { childList: true, subtree: true });
    }, rows);
  }

  /** The first chart has been painted. */
  async painted() {
    await expect.poll(() => this.page.evaluate(() => performance.getEntriesByName("first-chart-painted").length)).toBeGreaterThan(0);
  }

  /** What the address bar says after the question mark, decoded. */
  query() {
    return Object.fromEntries(new URL(this.page.url()).searchParams);
  }

  async expectQuery(expected) {
    await expect.poll(() => this.query()).toEqual(expected);
  }

  languageButton(tag) {
    return this.page.locator(`header button[lang="${tag}"]`);
  }

  /** The header's choice of a theme: `system`, `light` or `dark`. */
  get themeChoice() {
    return this.page.locator('header select[data-choice="theme"]');
  }

  field(name) {
    return this.filters.locator(`[data-field="${name}"]`);
  }

  option(field, key) {
    return this.field(field).locator(`label[data-key="${key}"]`);
  }

  /** The checkbox of a value. */
  box(field, key) {
    return this.option(field, key).locator("input[type=checkbox]");
  }

  /** A button in the row of a value: `only` or `twist`. */
  rowButton(field, key, action) {
    return this.field(field).locator(".value", { has: this.page.locator(`label[data-key="${key}"]`) }).locator(`[data-action="${action}"]`);
  }

  /** A button of a list as a whole: `invert`, `clear` or `more`. */
  listButton(field, action) {
    return this.field(field).locator(`> .filter-head [data-action="${action}"], > [role=group] > [data-action="${action}"]`);
  }

  /** The heading of a section, which folds it. */
  fold(field) {
    return this.field(field).locator(".fold");
  }

  listSearch(field) {
    return this.field(field).locator(".list-search");
  }

  /** The keys of the values of a list that are shown, from the top. */
  async values(field) {
    return this.field(field).locator("label[data-key]").evaluateAll((labels) => labels.map((label) => label.dataset.key));
  }

  /** What is cut short in a list: names, and counts, which say nothing then. */
  async cutShort(field) {
    const texts = this.field(field).locator(".name, .count");
    return texts.evaluateAll((texts) => texts.filter((text) => text.scrollWidth > text.clientWidth).map((text) => text.textContent));
  }

  /** The two fields of a range, `period` or `amount`. */
  ends(field) {
    return this.field(field).locator("input[type=text]");
  }

  /** Types both ends of a range, as a reader does: a field is left with the Tab key. */
  async typeRange(field, first, last) {
    const ends = this.ends(field);
    await ends.first().fill(first);
    await ends.first().press("Tab");
    await ends.last().fill(last);
    await ends.last().press("Tab");
  }

  /** Opens or closes what a key figure says of itself. */
  explain(name) {
    return this.page.locator(`[data-kpi="${name}"] [data-action="explain"]`);
  }

  async count(field, key) {
    return numberIn(await this.option(field, key).locator(".count").textContent());
  }

  kpi(name) {
    return this.page.locator(`[data-kpi="${name}"] .kpi-value`);
  }

  async expectProjects(number) {
    await expect.poll(async () => numberIn(await this.kpi("projects").textContent())).toBe(number);
  }

  /** The heading of a column of the project table, by the column's key. */
  heading(column) {
    return this.grid.locator(`[role=columnheader].${column}`);
  }

  /** The cells of a column that are in the page, from the top. */
  cells(column) {
    return this.projectRows.locator(`.cell.${column}`);
  }

  /** The cell that the keyboard is on, as a screen reader is told. */
  async activeCell() {
    return this.page.locator(`#${await this.grid.getAttribute("aria-activedescendant")}`);
  }

  /** A button of the details: close, previous, next, only-like. */
  detailsButton(action) {
    return this.details.locator(`[data-action="${action}"]`);
  }

  /** Presses Tab, or Shift+Tab, until an element has the focus, as a reader without a mouse does. */
  async tabTo(element, key = "Tab") {
    const focused = () => element.evaluate((element) => element === document.activeElement);
    for (let press = 0; press < 300 && !(await focused()); press += 1) await this.page.keyboard.press(key);
    await expect(element).toBeFocused();
  }

  chart(name) {
    const figure = this.page.locator(`figure[data-chart="${name}"]`);
    return {
      figure,
      canvas: figure.locator('canvas[tabindex="0"]'),
      finding: figure.locator(".finding"),
      tableButton: figure.locator('[data-action="table"]'),
      enlargeButton: figure.locator('[data-action="enlarge"]'),
      saveButton: figure.locator('[data-action="save"]'),
      forms: figure.locator("[data-form]"),
      table: figure.locator("table"),
    };
  }

  /** Presses keys on what has the focus, one after the other before the page can draw anything. */
  async pressAtOnce(keys) {
    await this.page.evaluate((keys) => {
      for (const key of keys) document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    }, keys);
  }

  /** Walks the history by these steps, each the moment the one before it has arrived. */
  async walkAtOnce(steps) {
    await this.page.evaluate(async (steps) => {
      for (const step of steps) {
        const arrived = new Promise((resolve) => addEventListener("popstate", resolve, { once: true }));
        history.go(step);
        await arrived;
      }
    }, steps);
  }

  /** The page has nothing left to do. */
  async atRest() {
    await this.page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 10_000 })));
  }

  /** How far the page is scrolled, and how high it is at least, in CSS pixels. */
  async scrolled() {
    return this.page.evaluate(() => ({ top: scrollY, atLeast: parseFloat(document.body.style.minHeight) || 0 }));
  }

  /** Every chart is drawn, those out of sight too. */
  async everyChart() {
    await this.arrive();
    await expect(this.page.locator("figure[data-chart][aria-busy]")).toHaveCount(0);
    await this.frame();
    await this.atRest();
  }

  /** Saves a chart in a form, `png`, `svg` or `csv`, and gives the file's name and bytes. */
  async save(chart, form) {
    const { saveButton, figure } = this.chart(chart);
    await saveButton.click();
    const begun = this.page.waitForEvent("download");
    await figure.locator(`[data-form="${form}"]`).click();
    const download = await begun;
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
  }

  /** A button of a chart's own switch: `Measure` or `Order`. */
  switchButton(chart, group, name) {
    return this.chart(chart).figure.getByRole("group", { name: group }).getByRole("button", { name });
  }

  /** The header's button for a currency, by its name. */
  currencyButton(name) {
    return this.page.locator("header").getByRole("button", { name, exact: true });
  }

  /** Opens the dialog for the reader's own data. */
  async openDialog() {
    await this.openData.click();
    await expect(this.ledgers).toBeVisible();
  }

  /** Opens a file and shows it. */
  async openLedger(file, { keep = false } = {}) {
    await this.openDialog();
    await this.ledgerFile.setInputFiles(file);
    await expect(this.check).toBeVisible();
    if (keep) await this.check.getByRole("checkbox").check();
    await this.showLedger.click();
    await expect(this.ledgers).toHaveCount(0);
  }

  /** Shows the ledger that was read, and says how many projects the page still shows at the moment the dialog is gone. */
  async projectsOnceShowLedgerClosed() {
    const text = await this.page.evaluate(
      () =>
        new Promise((resolve) => {
          const watch = new MutationObserver(() => {
            if (document.querySelector("dialog.ledgers")) return;
            watch.disconnect();
            resolve(document.querySelector('[data-kpi="projects"] .kpi-value').textContent);
          });
          watch.observe(document.body, { childList: true, subtree: true });
          document.querySelector('[data-action="show-ledger"]').click();
        }),
    );
    return numberIn(text);
  }

  /** The choice of what a column of the file holds, by its heading. */
  mappedTo(heading) {
    return this.check.getByLabel(`Holds: ${heading}`, { exact: true });
  }

  /** The lines of a receipt about one kind of doubtful values. */
  doubtfulValues(kind) {
    return this.receipt.locator(`[data-issue=${kind}] tbody tr`);
  }

  /** What the browser keeps, by key. */
  kept() {
    return this.page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open("inward");
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const all = opening.result.transaction("ledgers").objectStore("ledgers").getAll();
            all.onsuccess = () => {
              opening.result.close();
              resolve(all.result.map((text) => JSON.parse(text)));
            };
          };
        }),
    );
  }

  /** The key of the one ledger that is kept, once it is. */
  async keptLedger() {
    await expect.poll(async () => (await this.kept()).length).toBe(1);
    return (await this.kept())[0].key;
  }

  async keptProjects(key) {
    return (await this.kept()).find((ledger) => ledger.key === key)?.projects;
  }

  /** A button beside a ledger in the dialog. */
  ledgerButton(key, action) {
    return this.ledgers.locator(`[data-ledger="${key}"] [data-action="${action}"]`);
  }

  /** Takes the projects away in a form, `csv`, `xlsx` or `template`, and gives the file's name and bytes. */
  async take(form, columns) {
    await this.page.locator('[data-action="export"]').click();
    if (columns) await this.page.getByLabel(columns).check();
    const begun = this.page.waitForEvent("download");
    await this.page.locator(`.export-menu [data-form="${form}"]`).click();
    const download = await begun;
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
  }

  /** What is announced and listed of one event. */
  reconciled(event) {
    return this.reconciliation.locator(`tbody[data-event="${event}"]`);
  }

  /**
   * Where on a chart the tooltip says `words`, found as a reader would: by moving the pointer over it.
   * The position is relative to the canvas.
   */
  async findMark(chart, words) {
    const { canvas } = this.chart(chart);
    await canvas.scrollIntoViewIfNeeded();
    const box = await canvas.boundingBox();
    for (const across of [0.35, 0.5, 0.2, 0.7]) {
      for (let y = 4; y < box.height; y += 6) {
        const position = { x: Math.round(box.width * across), y };
        await this.page.mouse.move(box.x + position.x, box.y + position.y);
        await this.frame();
        const text = (await this.tooltip.count()) ? await this.tooltip.first().textContent() : "";
        // Rows are higher than the step: a little further down is inside, not on the edge.
        if (words.test(text ?? "")) return { ...position, y: y + 5 };
      }
    }
    throw new Error(`No mark of the chart "${chart}" has a tooltip with ${words}.`);
  }

  /** Walks the marks of a chart with the arrow key until the tooltip says `words`; twice, should the page have been busy. */
  async walkTo(chart, words) {
    await this.chart(chart).canvas.focus();
    for (let step = 0; step < 400; step += 1) {
      await this.page.keyboard.press(step % 200 === 0 ? "Home" : "ArrowDown");
      await this.frame();
      if (words.test((await this.tooltip.first().textContent()) ?? "")) return;
    }
    throw new Error(`No mark of the chart "${chart}" has a tooltip with ${words}.`);
  }

  /** Until two frames later: what input changed is on the screen. */
  async frame() {
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  /** Drags across a chart, from and to given as parts of its width. */
  async drag(chart, from, to, height = 0.5) {
    await this.dragAndHold(chart, from, to, height);
    await this.page.mouse.up();
  }

  /** As `drag`, but the pointer is not released. */
  async dragAndHold(chart, from, to, height = 0.5) {
    const { canvas } = this.chart(chart);
    await canvas.scrollIntoViewIfNeeded();
    const box = await canvas.boundingBox();
    const y = box.y + box.height * height;
    await this.page.mouse.move(box.x + box.width * from, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + box.width * ((from + to) / 2), y, { steps: 5 });
    await this.page.mouse.move(box.x + box.width * to, y, { steps: 5 });
  }
}

/** Playwright's `test` with an `inward` page, and the watch for trouble that is kept on every test. */
export const test = base.extend({
  ...watched,
  inward: async ({ page }, use) => {
    await use(new InwardPage(page, process.env.INWARD_ADDRESS));
  },
});

export { expect };
