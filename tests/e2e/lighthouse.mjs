// What Lighthouse says of the page behind nginx: fails below 98 of 100.
//
//   node lighthouse.mjs        wants the release page in dist/

import * as chromeLauncher from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import { launchOptions } from "./browser.mjs";
import { serveWithNginx } from "./nginx.mjs";

const LEAST_SCORE = 98;
const CATEGORIES = ["performance", "accessibility", "best-practices"];
const DEVICES = { desktop: desktopConfig, phone: undefined };

const nginx = await serveWithNginx();
const chrome = await chromeLauncher.launch({ chromePath: launchOptions.executablePath, chromeFlags: ["--headless=new", ...launchOptions.args], logLevel: "silent" });
let failed = false;
try {
  for (const [device, config] of Object.entries(DEVICES)) {
    const { lhr } = await lighthouse(nginx.root, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: "silent" }, config);
    for (const category of CATEGORIES) {
      const { score, auditRefs } = lhr.categories[category];
      const points = Math.round((score ?? 0) * 100);
      console.log(`${device.padEnd(8)} ${category.padEnd(16)} ${String(points).padStart(4)}  (at least ${LEAST_SCORE})`);
      if (points >= LEAST_SCORE) continue;
      failed = true;
      for (const { id, weight } of auditRefs) {
        const audit = lhr.audits[id];
        if (weight === 0 || audit.score === null || audit.score === 1) continue;
        console.log(`           ${id}: ${audit.displayValue ?? audit.title}`);
        for (const { node } of audit.details?.items?.slice(0, 5) ?? []) if (node) console.log(`             ${node.snippet}`);
      }
    }
  }
} finally {
  await chrome.kill();
  await nginx.stop();
}
if (failed) process.exit(1);
