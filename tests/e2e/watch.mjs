// What no test may cause without saying so: an error in the console, a violation of the page's own policy, a request to
// another host.

import { expect } from "@playwright/test";

/** Hosts that are the page's own: what the tests serve it from. */
const ownHosts = (url) => url.hostname === "127.0.0.1" || url.hostname === "localhost";

/** What happened in every context of one test, and what of it was meant to happen. */
export class Trouble {
  #seen = [];
  #meant = [];
  #watched = new WeakSet();

  /** Listens to a context from now on; twice is once. */
  watch(context) {
    if (this.#watched.has(context)) return;
    this.#watched.add(context);
    context.on("console", (message) => {
      if (message.type() === "error") this.#seen.push(`console: ${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => this.#seen.push(`uncaught: ${error.error().message}`));
    context.on("request", (request) => {
      const url = new URL(request.url());
      if (!["data:", "blob:"].includes(url.protocol) && !ownHosts(url)) this.#seen.push(`another host: ${url}`);
    });
  }

  /** Lets pass what matches, in a test that provokes it. */
  means(...patterns) {
    this.#meant.push(...patterns);
  }

  expectNone() {
    expect(this.#seen.filter((line) => !this.#meant.some((pattern) => pattern.test(line)))).toEqual([]);
  }
}

/** Tells the console of every violation of the policy, those too that the browser only reports as an event. */
function tellViolations() {
  document.addEventListener("securitypolicyviolation", (event) => {
    console.error(`policy: ${event.effectiveDirective} forbids ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`);
  });
}

/**
 * Fixtures: `trouble`, in force for every test without being asked for. Contexts that a test opens itself are watched
 * as well as the one that Playwright gives it.
 */
export const watched = {
  trouble: [
    async ({ browser, context }, use) => {
      const trouble = new Trouble();
      trouble.watch(context);
      await context.addInitScript(tellViolations);
      const newContext = browser.newContext;
      browser.newContext = async (...options) => {
        const opened = await newContext.apply(browser, options);
        trouble.watch(opened);
        await opened.addInitScript(tellViolations);
        return opened;
      };
      await use(trouble);
      browser.newContext = newContext;
      trouble.expectNone();
    },
    { auto: true },
  ],
};
