// Pictures of the page to look at, in tests/e2e/screenshots; and the README's, where UPDATE_README_SCREENSHOT=1 asks for them.

import { fileURLToPath } from "node:url";
import { expect, test } from "../page.mjs";
import { reach, settings, states, title } from "../states.mjs";

const file = (path) => fileURLToPath(new URL(path, import.meta.url));

/** What is out of the window is in a picture of the whole page. Through the object model, as the page's policy asks. */
const showAll = () => {
  for (const part of document.querySelectorAll(".value, .projects, .reconciliation")) part.style.contentVisibility = "visible";
};

/** What the README shows of the page, in the window as a newcomer sees it. */
const README = new Map([
  ["1440-en-light", "screenshot"],
  ["390-zh-CN-light", "phone"],
]);
const README_DETAILS = "details open, 1440 zh-CN dark";

/** Keeps a picture for the README, where asked. */
async function forReadme(inward, name) {
  if (process.env.UPDATE_README_SCREENSHOT === "1") await inward.page.screenshot({ path: file(`../../../docs/${name}.png`) });
}

for (const width of [1440, 1024, 390]) {
  for (const locale of ["zh-CN", "en"]) {
    for (const colorScheme of ["light", "dark"]) {
      const name = `${width}-${locale}-${colorScheme}`;
      test.describe(`${width} ${locale} ${colorScheme}`, () => {
        test.use(settings({ width, locale, colorScheme }));

        test("a picture of the page", async ({ inward }) => {
          await inward.open();
          await expect(inward.root).toHaveAttribute("lang", locale);
          await inward.everyChart();
          await inward.page.evaluate(showAll);
          await inward.frame();
          await inward.page.screenshot({ path: file(`../screenshots/${name}.png`), fullPage: true });
          if (README.has(name)) await forReadme(inward, README.get(name));
        });
      });
    }
  }
}

for (const state of states) {
  test.describe(title(state), () => {
    test.use(settings(state));

    test("a picture of the state", async ({ inward }) => {
      await reach(inward, state);
      await inward.page.screenshot({ path: file(`../screenshots/${title(state).replaceAll(/[ ,]+/g, "-")}.png`) });
      if (title(state) === README_DETAILS) await forReadme(inward, "details");
    });
  });
}
