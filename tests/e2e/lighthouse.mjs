// What Lighthouse says of the page behind nginx: fails below 98 of 100.
//
//   node lighthouse.mjs        wants the release page in dist/

import * as chromeLauncher from "chrome-launcher";
import lighthouse, { defaultConfig, desktopConfig } from "lighthouse";
import { launchOptions } from "./browser.mjs";
import { serveWithNginx } from "./nginx.mjs";

const LEAST_SCORE = 98;
const CATEGORIES = ["performance", "accessibility", "best-practices"];

/**
 * How fast Lighthouse expects the computer to be on which it runs, the middle of what it calls a high-end desktop, and how
 * many times slower than that a phone is: https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
 */
const EXPECTED_INDEX = 1_750;
const PHONE_SLOWDOWN = 4;

/**
 * A phone that is as fast as Lighthouse means it to be, whatever this machine is: slower machines are slowed down less. The
 * slowness is applied and not calculated afterwards: on a fast machine the program takes the place of what the page says
 * at its opening before the browser has noted that it was painted, which no phone does.
 */
function phoneConfig({ environment: { benchmarkIndex } }) {
  const cpuSlowdownMultiplier = Math.min(Math.max((PHONE_SLOWDOWN * benchmarkIndex) / EXPECTED_INDEX, 1), PHONE_SLOWDOWN);
  console.log(`phone    this machine's index is ${Math.round(benchmarkIndex)}: ${cpuSlowdownMultiplier.toFixed(1)} times faster than a phone`);
  const { throttling } = defaultConfig.settings;
  return { extends: "lighthouse:default", settings: { throttlingMethod: "devtools", throttling: { ...throttling, cpuSlowdownMultiplier } } };
}

const nginx = await serveWithNginx();
const chrome = await chromeLauncher.launch({ chromePath: launchOptions.executablePath, chromeFlags: ["--headless=new", ...launchOptions.args], logLevel: "silent" });
let failed = false;
try {
  let last;
  for (const device of ["desktop", "phone"]) {
    const config = device === "desktop" ? desktopConfig : phoneConfig(last);
    const { lhr } = await lighthouse(nginx.root, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: "silent" }, config);
    last = lhr;
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
