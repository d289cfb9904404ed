// The reader's own ledger: opened, checked, kept, taken away. Nothing leaves the browser.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { ALL_PROJECTS, GERMAN_PROJECTS, expect, numberIn, test } from "../page.mjs";

const GBK = fileURLToPath(new URL("../ledgers/gbk.csv", import.meta.url));

/** A CSV of so many rows. */
const csv = (rows) =>
  `项目名称,国别,投资额（万元）,签约时间\n${Array.from({ length: rows }, (_, row) => `项目${row},德国,${row + 1},2025-01-02`).join("\n")}\n`;

const file = (name, content) => ({ name, mimeType: "text/csv", buffer: Buffer.from(content) });

test("a GBK ledger with a title and a total is read, checked and shown, and nothing is sent", async ({ inward }) => {
  await inward.open();
  await inward.openDialog();
  await expect(inward.ledgers).toContainText("not uploaded");
  const requests = [];
  inward.page.on("request", (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await inward.ledgerFile.setInputFiles(GBK);
  await expect(inward.check).toContainText("5 rows read, 4 kept as projects, 1 with something doubtful");
  await expect(inward.check.getByLabel("Encoding")).toHaveValue("GB18030");
  await expect(inward.check.getByLabel("Header in row")).toHaveValue("2");
  await expect(inward.mappedTo("投资总额(万元)")).toHaveValue("Amount");
  await expect(inward.mappedTo("联系人")).toHaveValue("Something else (kept in the details)");
  await expect(inward.receipt.locator("[data-issue=UnknownCountry]")).toContainText("西德意志");
  await expect(inward.receipt.locator("[data-issue=UnreadableDate]")).toContainText("2025-06-31");
  await expect(inward.receipt.locator("[data-issue=left-out]")).toContainText("合计");
  // Until it is shown, the data on the page is as it was.
  await inward.expectProjects(ALL_PROJECTS);
  await inward.showLedger.click();
  await inward.expectProjects(4);
  await expect(inward.ledgers).toHaveCount(0);
  await expect(inward.datasetChoice.locator("option:checked")).toHaveText("gbk");
  // The worker's own program is the only thing that was fetched; the browser may ask for the page's icon when it likes.
  expect(requests.filter((request) => !/^GET \/(inward-worker|icon-)/.test(request))).toEqual([]);
});

test("a wide ledger with much that is doubtful shows its columns and its receipt part by part, all of them in the end", async ({ inward }) => {
  const further = Array.from({ length: 60 }, (_, column) => `栏${column}`);
  const rows = Array.from({ length: 150 }, (_, row) => [`项目${row}`, `某国${row}`, `2025-13-${row}`, `约莫${row}`, ...further]);
  await inward.open();
  await inward.openDialog();
  const header = ["项目名称", "国别", "签约时间", "投资额（万元）", ...further];
  await inward.ledgerFile.setInputFiles(file("宽表.csv", `${[header, ...rows].map((cells) => cells.join(",")).join("\n")}\n`));
  await expect(inward.mappedColumns).toHaveCount(40);
  const kinds = ["UnknownCountry", "UnreadableDate", "UnreadableAmount"];
  for (const kind of kinds) await expect(inward.doubtfulValues(kind)).toHaveCount(100);
  await inward.check.getByRole("button", { name: "24 more columns" }).click();
  await expect(inward.mappedColumns).toHaveCount(64);
  await expect(inward.mappedTo("栏59")).toHaveValue("Something else (kept in the details)");
  // What was drawn stays drawn when the file is read another way.
  await inward.mappedTo("栏59").selectOption("Note");
  await expect(inward.check).toContainText("150 rows read");
  await expect(inward.mappedTo("栏59")).toHaveValue("Note");
  await expect(inward.mappedColumns).toHaveCount(64);
});

test("the dialog is closed before the page changes behind it, and the focus is back at the button that opened it", async ({ inward }) => {
  await inward.open();
  await inward.openDialog();
  await inward.ledgerFile.setInputFiles(GBK);
  await expect(inward.showLedger).toBeEnabled();
  // Closed over a changed page, it would have the browser lay all of it out within the same task.
  expect(await inward.projectsOnceShowLedgerClosed()).toBe(ALL_PROJECTS);
  await inward.expectProjects(4);
  await expect(inward.openData).toBeFocused();
});

test("a file that the system opens with the installed page is checked at once", async ({ inward }) => {
  // As the queue of launches does it: what came before the page asked waits, and each file is behind a handle.
  await inward.page.addInitScript((text) => {
    const launchQueue = {
      setConsumer(consumer) {
        consumer({ files: [{ getFile: async () => new File([text], "来自系统.csv") }] });
      },
    };
    // The browser's own can be read only.
    Object.defineProperty(window, "launchQueue", { value: launchQueue });
  }, csv(3));
  await inward.open();
  await expect(inward.check).toContainText("3 rows read, 3 kept as projects");
  await inward.showLedger.click();
  await inward.expectProjects(3);
});

test("unknown columns are in the details, and what a ledger does not state is not shown", async ({ inward }) => {
  await inward.open();
  await inward.openLedger(GBK);
  await inward.expectProjects(4);
  await expect(inward.field("event")).toHaveCount(0);
  await expect(inward.chart("calendar").figure).toHaveCount(0);
  await expect(inward.reconciliation).toHaveCount(0);
  await inward.atRest();
  await inward.cells("name").filter({ hasText: "电池材料基地" }).click();
  await expect(inward.details).toContainText("联系人");
  await expect(inward.details).toContainText("王工");
  await expect(inward.details).not.toContainText("Event");
});

test("a corrected column is read anew, and remembered for the next file with this header", async ({ inward }) => {
  await inward.open();
  await inward.openDialog();
  await inward.ledgerFile.setInputFiles(GBK);
  await inward.mappedTo("联系人").selectOption("Note");
  await expect(inward.mappedTo("联系人")).toHaveValue("Note");
  await expect(inward.showLedger).toBeEnabled();
  await inward.showLedger.click();
  await inward.expectProjects(4);
  await inward.openDialog();
  await inward.ledgerFile.setInputFiles(GBK);
  await expect(inward.mappedTo("联系人")).toHaveValue("Note");
});

test("a kept ledger is there after a reload, is renamed, and is gone once removed", async ({ inward }) => {
  await inward.open();
  await inward.openLedger(GBK, { keep: true });
  await inward.expectProjects(4);
  const key = await inward.keptLedger();
  await expect.poll(() => inward.query().dataset).toBe(key);
  await inward.page.reload();
  await inward.expectProjects(4);
  // The bare page opens on it too, and a filter of it survives a reload.
  await inward.open();
  await inward.expectProjects(4);
  await inward.open(`dataset=${key}&country=DEU&v=1`);
  await inward.expectProjects(1);

  await inward.openDialog();
  await inward.ledgerButton(key, "rename").click();
  await inward.ledgers.getByLabel("Name").fill("2025 台账");
  await inward.page.keyboard.press("Enter");
  await expect(inward.datasetChoice.locator("option:checked")).toHaveText("2025 台账");
  await inward.page.reload();
  await expect(inward.datasetChoice.locator("option:checked")).toHaveText("2025 台账");

  await inward.openDialog();
  await inward.ledgerButton(key, "remove").click();
  await inward.ledgers.locator('[data-action="confirm-remove"]').click();
  await inward.expectProjects(ALL_PROJECTS);
  await inward.open(`dataset=${key}&v=1`);
  await inward.expectProjects(ALL_PROJECTS);
  await expect(inward.notices).toContainText("not in this browser");
  await inward.expectQuery({});
});

test("a ledger is replaced under its own name and key", async ({ inward }) => {
  await inward.open();
  await inward.openLedger(GBK, { keep: true });
  const key = await inward.keptLedger();
  await inward.openDialog();
  await inward.ledgerButton(key, "replace").click();
  await expect(inward.ledgers).toContainText("replaces “gbk”");
  await inward.ledgerFile.setInputFiles(file("newer.csv", csv(7)));
  await inward.showLedger.click();
  await inward.expectProjects(7);
  expect(inward.query().dataset).toBe(key);
  await inward.page.waitForTimeout(0);
  await expect.poll(() => inward.keptProjects(key)).toBe(7);
  await inward.page.reload();
  await inward.expectProjects(7);
  await expect(inward.datasetChoice.locator("option")).toHaveCount(3);
});

test("a ledger that is not kept goes with the page, and the page says so", async ({ inward }) => {
  await inward.open();
  await inward.openLedger(GBK);
  await inward.expectProjects(4);
  // The address is written after the frame that shows the ledger.
  await expect.poll(() => inward.query().dataset).toBeTruthy();
  await inward.page.reload();
  await inward.expectProjects(ALL_PROJECTS);
  await expect(inward.notices).toContainText("not in this browser");
});

test("files are dropped anywhere on the page, with a sign that they can be", async ({ inward }) => {
  await inward.open();
  const data = await inward.page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "dropped.csv", { type: "text/csv" }));
    return transfer;
  }, csv(3));
  const heading = inward.page.locator("h1");
  await heading.dispatchEvent("dragenter", { dataTransfer: data });
  await expect(inward.page.locator(".drop-here")).toBeVisible();
  await heading.dispatchEvent("drop", { dataTransfer: data });
  await expect(inward.page.locator(".drop-here")).toHaveCount(0);
  await expect(inward.check).toContainText("3 kept as projects");
  await inward.showLedger.click();
  await inward.expectProjects(3);
  // Nothing had the focus before: it goes to what now says which data is shown, not to the link that skips it.
  await expect(inward.datasetChoice).toBeFocused();
});

test("cells of a spreadsheet are pasted on the page or into the dialog", async ({ inward }) => {
  await inward.open();
  await inward.page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }, csv(2).replaceAll(",", "\t"));
  await expect(inward.check).toContainText("2 kept as projects");
  await inward.page.keyboard.press("Escape");
  await expect(inward.ledgers).toHaveCount(0);

  await inward.openDialog();
  await inward.ledgers.locator("textarea").fill(csv(5).replaceAll(",", "\t"));
  await inward.ledgers.locator('[data-action="open-pasted"]').click();
  await expect(inward.check).toContainText("5 kept as projects");
});

test("cells that are the first thing a reader does are opened, as soon as the part that reads them is there", async ({ inward }) => {
  await inward.load();
  await inward.page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }, csv(2).replaceAll(",", "\t"));
  await expect(inward.check).toContainText("2 kept as projects");
});

test("what cannot be opened is refused in words, and nothing changes", async ({ inward }) => {
  await inward.open("country=DEU&v=1");
  await inward.expectProjects(GERMAN_PROJECTS);
  await inward.openDialog();
  const png = await readFile(fileURLToPath(new URL("../../../assets/icons/icon.png", import.meta.url)));
  for (const [name, buffer, words] of [
    ["picture.csv", png, "not a table"],
    ["empty.csv", Buffer.alloc(0), "empty"],
    ["header.csv", Buffer.from("项目名称,国别\n"), "no projects"],
  ]) {
    await inward.ledgerFile.setInputFiles({ name, mimeType: "text/csv", buffer });
    await expect(inward.refusal).toContainText(words);
    await expect(inward.refusal).toContainText("as it was");
    await inward.ledgers.locator('[data-action="choose-other"]').click();
  }
  await inward.page.keyboard.press("Escape");
  await expect(inward.ledgers).toHaveCount(0);
  await expect(inward.openData).toBeFocused();
  await inward.expectProjects(GERMAN_PROJECTS);
  await inward.expectQuery({ country: "DEU", v: "1" });
});

test("a brush over a long ledger narrows every chart, and the next one goes on from it", async ({ inward }) => {
  await inward.open();
  const rows = Array.from({ length: 30_000 }, (_, row) => `项目${row},${row % 2 ? "德国" : "日本"},${row + 1},${2010 + (row % 10)}-06-01`);
  await inward.openLedger(file("long.csv", `项目名称,国别,投资额（万元）,签约时间\n${rows.join("\n")}\n`));
  await inward.expectProjects(30_000);
  const { table, tableButton } = inward.chart("countries");
  await tableButton.click();
  const germans = () => table.locator("tr", { hasText: "Germany" }).locator("td").first().textContent();
  for (const [from, to] of [
    [0.55, 0.8],
    [0.3, 0.45],
  ]) {
    await inward.drag("timeline", from, to);
    await expect.poll(() => inward.query().from).toBeDefined();
    const { from: first, to: last } = inward.query();
    const years = Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1;
    await inward.expectProjects(years * 3_000);
    await expect.poll(async () => numberIn(await germans()) % 3_000).toBe(0);
  }
});

for (const projects of [160_000, 1_600_000]) {
  test(`beside counts of ${projects} the names of countries stand in full`, async ({ inward }) => {
    await inward.open();
    const countries = ["Netherlands", "Switzerland", "Germany", "Denmark", "Japan"];
    const rows = countries.map((country, row) => `Project ${row},${country},Automotive,${projects}`);
    await inward.openLedger(file("many.csv", `name,country,industry,projects\n${rows.join("\n")}\n`));
    await inward.expectProjects(countries.length * projects);
    await expect(inward.option("country", "NLD")).toContainText(projects.toLocaleString("en"));
    expect(await inward.cutShort("country")).toEqual([]);
    expect(await inward.cutShort("industry")).toEqual([]);
  });
}

test("reading can be cancelled", async ({ inward }) => {
  await inward.open();
  await inward.openDialog();
  await inward.ledgerFile.setInputFiles(file("large.csv", csv(900_000)));
  await inward.ledgers.locator('[data-action="cancel-reading"]').click();
  await expect(inward.ledgers).toHaveCount(0);
  await inward.expectProjects(ALL_PROJECTS);
  await inward.expectQuery({});
});

test("a large ledger is read by two workers, and is the same as one of them reads it", async ({ inward }) => {
  test.slow();
  const rows = Array.from({ length: 1_000_000 }, (_, row) => `S${String(row).padStart(7, "0")},项目${row},德国,${row + 1},2025-01-02`);
  const ledger = (last) => file("large.csv", ["编号,项目名称,国别,投资额（万元）,签约时间", ...rows, last, ""].join("\n"));
  let workers = 0;
  inward.page.on("worker", () => workers++);
  await inward.open();

  // What is read of the rest is taken: its rows are numbered through.
  await inward.openDialog();
  await inward.ledgerFile.setInputFiles(ledger("S1000000,最后一个,亚特兰蒂斯,5,2025-01-02"));
  await expect(inward.check).toContainText("1,000,001 rows read, 1,000,001 kept as projects, 1 with something doubtful", { timeout: 30_000 });
  await expect(inward.receipt.locator("[data-issue=UnknownCountry]")).toContainText("1,000,002");
  expect(workers).toBe(2);
  await inward.showLedger.click();
  await inward.expectProjects(1_000_001);

  // It is not where a row repeats an identifier of the first part, and is read anew.
  await inward.openDialog();
  await inward.ledgerFile.setInputFiles(ledger("S0000007,最后一个,德国,5,2025-01-02"));
  await expect(inward.check).toContainText("1,000,001 rows read, 1,000,001 kept as projects, 1 with something doubtful", { timeout: 30_000 });
  await expect(inward.receipt.locator("[data-issue=DuplicateId]")).toContainText("S0000007");
  // Both end with their task.
  await inward.showLedger.click();
  await inward.expectProjects(1_000_001);
  await expect.poll(() => inward.page.workers().length).toBe(0);
});

test("what the filters leave is taken away as CSV and as a workbook that opens again", async ({ inward }) => {
  await inward.open("country=DEU&sort=amount-desc&v=1");
  const text = await inward.take("csv");
  const lines = text.content.toString("utf8").trimEnd().split("\r\n");
  expect(text.content.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(lines).toHaveLength(GERMAN_PROJECTS + 1);
  expect(text.name).toMatch(/^Signed projects \d{4}-\d\d-\d\d\.csv$/);
  const first = await inward.cells("name").first().textContent();
  expect(lines[1]).toContain(first);

  const workbook = await inward.take("xlsx");
  expect(workbook.name).toMatch(/\.xlsx$/);
  await inward.openLedger({ name: workbook.name, mimeType: "", buffer: workbook.content });
  await inward.expectProjects(GERMAN_PROJECTS);
});

test("only the columns shown are taken where the reader wants these", async ({ inward }) => {
  await inward.open("country=DEU&v=1");
  const text = await inward.take("csv", "Columns shown in the table");
  const heading = text.content.toString("utf8").split("\r\n")[0];
  expect(heading).not.toContain("Note");
  expect(heading).toContain("Partner");
});

test("the receipt and the template are workbooks", async ({ inward }) => {
  await inward.open();
  const template = await inward.take("template");
  expect(template.content.subarray(0, 2).toString()).toBe("PK");
  await inward.openDialog();
  await inward.ledgerFile.setInputFiles(GBK);
  const begun = inward.page.waitForEvent("download");
  await inward.receipt.locator('[data-action="receipt-download"]').click();
  const receipt = await begun;
  expect(receipt.suggestedFilename()).toBe("gbk receipt.xlsx");
});

test("a browser without room says so, and the ledger stays on the page", async ({ inward }) => {
  await inward.open();
  await inward.page.evaluate(() => {
    IDBObjectStore.prototype.put = function () {
      throw new DOMException("no room", "QuotaExceededError");
    };
  });
  await inward.openLedger(GBK, { keep: true });
  await inward.expectProjects(4);
  await expect(inward.notices).toContainText("no room");
});

test("a browser that keeps nothing says so", async ({ inward }) => {
  await inward.page.addInitScript(() => Object.defineProperty(window, "indexedDB", { get: () => null }));
  await inward.open();
  await inward.openLedger(GBK, { keep: true });
  await inward.expectProjects(4);
  await expect(inward.notices).toContainText("does not let the page keep");
});
