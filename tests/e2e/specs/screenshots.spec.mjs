// Pictures of the whole page to look at.

import { expect, test } from "../page.mjs";
import { keepForReadme, picturePath } from "../pictures.mjs";
import { settings } from "../states.mjs";

/** What is out of the window is in a picture of the whole page. Through the object model, as the page's policy asks. */
const showAll = () => {
  for (const part of document.querySelectorAll(".value, .projects, .reconciliation")) part.style.contentVisibility = "visible";
};

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
          await inward.page.screenshot({ path: picturePath(name), fullPage: true });
          await keepForReadme(inward.page, name);
        });
      });
    }
  }
}
