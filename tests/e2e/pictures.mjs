// Where pictures of the page go: to tests/e2e/screenshots, and where UPDATE_README_SCREENSHOT=1 asks for it those of the README to docs.

import { fileURLToPath } from "node:url";

/** What the README shows, as a newcomer sees it in the window. */
const README = new Map([
  ["1440-en-light", "screenshot"],
  ["390-zh-CN-light", "phone"],
  ["details open, 1440 zh-CN dark", "details"],
]);

const file = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The file of a picture to look at. */
export const picturePath = (name) => file(`screenshots/${name}.png`);

/** Takes a picture for the README, if it shows this and that is asked for. */
export async function keepForReadme(page, name) {
  const kept = process.env.UPDATE_README_SCREENSHOT === "1" && README.get(name);
  if (kept) await page.screenshot({ path: file(`../../docs/${kept}.png`) });
}
