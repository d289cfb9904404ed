// A picture of every state of the page, and what holds in it for those who do not see it, see it enlarged, or do not use a mouse.

import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "../page.mjs";
import { keepForReadme, picturePath } from "../pictures.mjs";
import { reach, settings, states, title } from "../states.mjs";

/** The smallest side of a target: WCAG 2.2, success criterion 2.5.8, https://www.w3.org/TR/WCAG22/#target-size-minimum */
const TARGET_PX = 24;

/** On a phone the headings of the table scroll sideways. The arrow keys of the table walk them, which axe does not see. */
const WALKED = /^scrollable-region-focusable: (?:\.head|\.project):/;

for (const state of states) {
  test.describe(title(state), () => {
    test.use(settings(state));

    test("nobody is kept out", async ({ inward }) => {
      await reach(inward, state);
      await inward.page.screenshot({ path: picturePath(title(state).replaceAll(/[ ,]+/g, "-")) });
      await keepForReadme(inward.page, title(state));
      expect.soft(await findings(inward.page), "what axe finds").toEqual([]);
      expect.soft(await inward.page.evaluate(smallTargets, TARGET_PX), "targets that are too small").toEqual([]);
      expect.soft(await inward.page.evaluate(foreignWords, state.locale), "words of the other language").toEqual([]);
      expect.soft(await inward.page.evaluate(sideways), "how far the page scrolls sideways").toBe(0);
      expect.soft(await inward.page.evaluate(headingLeaps), "headings that leave out a level").toEqual([]);
    });
  });
}

/**
 * What axe has to say, each rule with the elements it means. Its rule on the size of targets stays off, as it is by
 * default: it takes a box for the target where the whole label is.
 */
async function findings(page) {
  // No frame of another page is in it, and what axe finds in order nobody reads: with either, a state takes several times as long.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] }).analyze();
  return violations
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary.split("\n").slice(1).join(" ")}`))
    .filter((finding) => !WALKED.test(finding));
}

/** What can be pressed and has a side below `least`, links within a sentence apart. */
function smallTargets(least) {
  const found = [];
  for (const element of document.querySelectorAll("a[href], button, input, select, summary, textarea, [tabindex]:not([tabindex='-1'])")) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest(".visually-hidden")) continue;
    // A label is pressed in place of its box.
    const target = (element.matches("input[type=checkbox], input[type=radio]") && element.closest("label")) || element;
    const style = getComputedStyle(target);
    if (target.matches("a") && style.display === "inline") continue;
    const { width, height } = target.getBoundingClientRect();
    if (Math.min(width, height) < least) found.push(`${target.outerHTML.slice(0, 120)} ${width} × ${height}`);
  }
  return found;
}

function sideways() {
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}

function headingLeaps() {
  const found = [];
  let before = 0;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const level = Number(heading.localName[1]);
    if (level > before + 1) found.push(`${heading.localName} ${heading.textContent}`);
    before = level;
  }
  return found;
}

/** Texts and names in the other language than that of the page, unless their element says that they are. */
function foreignWords(locale) {
  // The commit of the build, parts of an address, identifiers of projects, names of a standard, of formats, currencies, keys and licences, and the page's own name.
  const known = /\b(?:[0-9a-f]{12}|[a-z-]+=[\w,-]+|gzip|[a-z]{2,4}-\d{4}-\d{3}|GB\/T|Inward|EN|PNG|SVG|CSV|csv|TSV|XLSX|XLS|ODS|JSON|GBK|GB18030|UTF-\d+(?: [LB]E)?|UTF|Excel|USD|EUR|CNY|Enter|Esc|Home|End|Tab|Ctrl|Shift|Alt|Page (?:Up|Down)|MIT|Apache)\b/g;
  // A text of the data may hold a name in the letters of another language, but is not in that language as a whole.
  const data = ".projects-grid .cell, .samples, .receipt td, .details dd, .details h2, .kpi-note .link, .reconciliation, .tooltip, .card table, option";
  const [han, latin] = [/\p{Script=Han}/u, /[A-Za-z]{2,}/];
  const isForeign = (text, ofData) =>
    locale === "en" ? han.test(text) : latin.test(text.replace(known, "")) && !(ofData && han.test(text));
  const found = new Set();
  const tell = (element, text) => {
    const { lang } = element.closest("[lang]");
    if (lang === locale && isForeign(text, element.closest(data))) found.add(`${element.localName}.${element.className}: ${text.trim().slice(0, 80)}`);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.closest("script, style, noscript")) tell(node.parentElement, node.data);
  }
  for (const name of ["aria-label", "aria-roledescription", "title", "placeholder", "alt", "data-label"]) {
    for (const element of document.querySelectorAll(`[${name}]`)) tell(element, element.getAttribute(name));
  }
  return [...found];
}
