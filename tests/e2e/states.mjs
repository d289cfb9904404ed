// The states of the page that the tests of accessibility and the pictures walk through: how each is reached.

import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";

/** The project whose details are open: stated in a foreign currency, with a source of each kind of field. */
const PROJECT = "jn-2004-001";

/** A ledger with a title, a total, a column of its own and doubtful values, in each language: its words are the reader's own. */
const LEDGERS = {
  "zh-CN": { name: "台账.csv", mimeType: "text/csv", buffer: readFileSync(new URL("ledgers/gbk.csv", import.meta.url)) },
  en: {
    name: "ledger.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(
      [
        "Ledger of the zone,,,,,",
        "Project,Partner,Country,Amount (CNY million),Signed on,Contact",
        "Battery materials,Example Chemicals,Germany,520,2024-03-05,Ms Li",
        "Logistics park,Example Lager,Sweden,about 300,2025-06-31,Mr Wang",
        "Research centre,Muster,Atlantis,not disclosed,2023,Ms Zhao",
        "Research centre,Muster,Atlantis,not disclosed,2023,Ms Zhao",
        "Total,,,820,,",
      ].join("\n"),
    ),
  },
};

/** Each: a name, the reader's language and theme, the width of the window, and what leads there. */
export const states = [
  { name: "as it opens", locale: "en", colorScheme: "light", width: 1440, reach: (inward) => inward.open() },
  { name: "as it opens", locale: "zh-CN", colorScheme: "dark", width: 1440, reach: (inward) => inward.open() },
  { name: "filtered by amount in dollars", locale: "en", colorScheme: "dark", width: 1440, reach: (inward) => inward.open("country=DEU,JPN&from=2005&measure=amount&currency=USD&v=1") },
  { name: "announced projects", locale: "zh-CN", colorScheme: "light", width: 1440, reach: (inward) => inward.open("dataset=announced&v=1") },
  { name: "as it opens on a phone", locale: "en", colorScheme: "dark", width: 390, reach: (inward) => inward.open() },
  { name: "filter sheet open on a phone", locale: "zh-CN", colorScheme: "light", width: 390, reach: openFilterSheet },
  { name: "details open", locale: "en", colorScheme: "light", width: 1440, reach: openDetails },
  { name: "details open", locale: "zh-CN", colorScheme: "dark", width: 1440, reach: openDetails },
  { name: "details open on a phone", locale: "zh-CN", colorScheme: "light", width: 390, reach: openDetails },
  { name: "nothing left", locale: "zh-CN", colorScheme: "dark", width: 1440, reach: showNothing },
  { name: "nothing left", locale: "en", colorScheme: "light", width: 390, reach: showNothing },
  { name: "charts as tables", locale: "en", colorScheme: "dark", width: 1440, reach: showTables },
  { name: "charts as tables on a phone", locale: "zh-CN", colorScheme: "light", width: 390, reach: showTables },
  { name: "a chart enlarged", locale: "zh-CN", colorScheme: "light", width: 1440, reach: (inward) => inward.open("chart=countries&v=1") },
  { name: "a chart's save menu open", locale: "en", colorScheme: "light", width: 1440, reach: openSaveMenu },
  { name: "share menu open", locale: "zh-CN", colorScheme: "dark", width: 1440, reach: openShareMenu },
  { name: "columns of the table to choose", locale: "en", colorScheme: "dark", width: 1440, reach: chooseColumns },
  { name: "a trouble in the address", locale: "zh-CN", colorScheme: "light", width: 1440, reach: (inward) => inward.open("country=DEU,XXX&v=1") },
  { name: "list of shortcuts", locale: "zh-CN", colorScheme: "light", width: 1440, reach: openShortcuts },
  { name: "list of shortcuts on a phone", locale: "en", colorScheme: "dark", width: 390, reach: openShortcuts },
  { name: "how a figure is computed", locale: "en", colorScheme: "light", width: 1440, reach: explainFigure },
  { name: "how a figure is computed on a phone", locale: "zh-CN", colorScheme: "dark", width: 390, reach: explainFigure },
  { name: "header opened on a phone", locale: "en", colorScheme: "light", width: 390, reach: openHeader },
  { name: "data to open", locale: "zh-CN", colorScheme: "dark", width: 1440, reach: openData },
  { name: "data to open on a phone", locale: "en", colorScheme: "light", width: 390, reach: openData },
  { name: "a ledger to check", locale: "zh-CN", colorScheme: "dark", width: 1440, reach: checkLedger },
  { name: "a ledger to check", locale: "en", colorScheme: "light", width: 1024, reach: checkLedger },
  { name: "a ledger to check on a phone", locale: "zh-CN", colorScheme: "light", width: 390, reach: checkLedger },
  { name: "a file that is refused", locale: "zh-CN", colorScheme: "dark", width: 390, reach: refuseLedger },
  { name: "a kept ledger", locale: "en", colorScheme: "dark", width: 1440, reach: keepLedger },
  { name: "ledgers that are kept", locale: "zh-CN", colorScheme: "dark", width: 1440, reach: listLedgers },
  { name: "ledgers that are kept on a phone", locale: "en", colorScheme: "light", width: 390, reach: listLedgers },
  { name: "receipt of a ledger that is open", locale: "en", colorScheme: "dark", width: 390, reach: openReceipt },
  { name: "export menu open", locale: "en", colorScheme: "light", width: 1440, reach: openExportMenu },
  { name: "one chart in a frame", locale: "en", colorScheme: "dark", width: 640, reach: (inward) => inward.open("embed=matrix&country=DEU&v=1") },
];

/** What a state is called in the report. */
export const title = ({ name, locale, colorScheme, width }) => `${name}, ${width} ${locale} ${colorScheme}`;

/** Playwright's settings for a state. */
export const settings = ({ locale, colorScheme, width }) => ({
  locale,
  colorScheme,
  viewport: { width, height: width < 500 ? 844 : 900 },
});

/** Leads there, and waits until every chart is drawn. */
export async function reach(inward, state) {
  await state.reach(inward);
  await expect(inward.root).toHaveAttribute("lang", state.locale);
  await inward.everyChart();
}

async function openFilterSheet(inward) {
  await inward.open("country=DEU&v=1");
  await inward.sheetOpener.click();
}

async function openDetails(inward) {
  await inward.open(`project=${PROJECT}&v=1`);
  await expect(inward.details).toBeVisible();
}

async function showNothing(inward) {
  await inward.open("country=MAC&industry=chemicals&v=1");
  await inward.expectProjects(0);
}

async function showTables(inward) {
  await inward.open();
  await inward.everyChart();
  for (const button of await inward.page.locator('figure [data-action="table"]').all()) await button.click();
}

async function openSaveMenu(inward) {
  await inward.open();
  await inward.chart("countries").saveButton.click();
}

async function openShareMenu(inward) {
  await inward.open();
  await inward.shareButton.click();
}

async function chooseColumns(inward) {
  await inward.open();
  await inward.columnChoice.locator("summary").click();
}

async function openShortcuts(inward) {
  await inward.open();
  await inward.page.keyboard.press("?");
  await expect(inward.shortcuts).toBeVisible();
}

async function explainFigure(inward) {
  await inward.open("country=DEU&v=1");
  await inward.everyChart();
  await inward.explain("amount").click();
  await expect(inward.rule).toBeVisible();
}

async function openHeader(inward) {
  await inward.open();
  await inward.headerMore.click();
}

async function openData(inward) {
  await inward.open();
  if (await inward.headerMore.isVisible()) await inward.headerMore.click();
  await inward.openDialog();
}

/** With all of its receipt unfolded. */
async function checkLedger(inward) {
  await openData(inward);
  await inward.ledgerFile.setInputFiles(LEDGERS[await inward.root.getAttribute("lang")]);
  await expect(inward.showLedger).toBeEnabled();
  for (const group of await inward.receipt.locator("summary").all()) await group.click();
}

async function refuseLedger(inward) {
  await openData(inward);
  await inward.ledgerFile.setInputFiles({ name: "照片.csv", mimeType: "text/csv", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]) });
  await expect(inward.refusal).toBeVisible();
}

async function keepLedger(inward) {
  await inward.open();
  if (await inward.headerMore.isVisible()) await inward.headerMore.click();
  await inward.openLedger(LEDGERS[await inward.root.getAttribute("lang")], { keep: true });
  await inward.expectProjects(4);
}

/** One that is kept, with the question whether it is to be removed. */
async function listLedgers(inward) {
  await keepLedger(inward);
  await inward.openDialog();
  await inward.keptLedgers.locator('[data-action="remove"]').click();
}

async function openReceipt(inward) {
  await keepLedger(inward);
  await inward.openDialog();
  await inward.keptLedgers.locator('[data-action="receipt"]').click();
  await expect(inward.receipt).toBeVisible();
  for (const group of await inward.receipt.locator("summary").all()) await group.click();
}

async function openExportMenu(inward) {
  await inward.open();
  await inward.page.locator('[data-action="export"]').click();
}
