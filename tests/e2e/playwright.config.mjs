// How the end-to-end tests run: the release page from dist/, in one browser, on a server of their own.

import { defineConfig } from "@playwright/test";
import { launchOptions } from "./browser.mjs";

export default defineConfig({
  testDir: "specs",
  outputDir: "test-results",
  globalSetup: "./start-server.mjs",
  reporter: [["list"], ["./closing-line.mjs"]],
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes at the second attempt is a wrong test.
  retries: 0,
  workers: 2,
  // Walking the whole page with the Tab key takes its time on a busy machine.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    browserName: "chromium",
    channel: undefined,
    headless: true,
    launchOptions,
    locale: "en-GB",
    timezoneId: "Asia/Shanghai",
    colorScheme: "light",
    reducedMotion: "reduce",
    viewport: { width: 1440, height: 900 },
    // A trace makes the suite take half as long again: `--trace retain-on-failure` where one is wanted.
    trace: "off",
    // Only the tests of it let the page keep itself: in the others it would fetch everything once more.
    serviceWorkers: "block",
  },
});
