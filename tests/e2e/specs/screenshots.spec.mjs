// Pictures of the page to look at, in tests/e2e/screenshots; and the README's, where UPDATE_README_SCREENSHOT=1 asks for it.

import { fileURLToPath } from "node:url";
import { expect, test } from "../page.mjs";

const file = (path) => fileURLToPath(new URL(path, import.meta.url));

for (const width of [1440, 1024, 390]) {
  for (const locale of ["zh-CN", "en"]) {
    for (const colorScheme of ["light", "dark"]) {
      test.describe(`${width} ${locale} ${colorScheme}`, () => {
        test.use({ locale, colorScheme, viewport: { width, height: width === 390 ? 844 : 900 } });

        test("a picture of the page", async ({ inward }) => {
          await inward.open();
          await expect(inward.root).toHaveAttribute("lang", locale);
          await inward.everyChart();
          await inward.page.screenshot({ path: file(`../screenshots/${width}-${locale}-${colorScheme}.png`), fullPage: true });
          // In the README one sees what a newcomer sees.
          if (process.env.UPDATE_README_SCREENSHOT === "1" && width === 1440 && locale === "en" && colorScheme === "light") {
            await inward.page.screenshot({ path: file("../../../docs/screenshot.png") });
          }
        });
      });
    }
  }
}
