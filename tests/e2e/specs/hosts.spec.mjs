// The page on a real nginx, at the root of a host and below a path, with the headers that deploy/ gives.

import { readFile } from "node:fs/promises";
import { ALL_PROJECTS, GERMAN_PROJECTS, InwardPage, expect, test } from "../page.mjs";

const hosts = {
  "at the root": () => process.env.INWARD_NGINX_ROOT,
  "below a path": () => process.env.INWARD_NGINX_SUB_PATH,
};

/** What index.html names, by kind of file. */
async function addressesIn(address) {
  const html = await (await fetch(address)).text();
  const named = [...html.matchAll(/(?:href|src)="?([^\s">]+\.(?:js|wasm|css|png))/g)].map(([, name]) => new URL(name, address).href);
  return { html, named };
}

for (const [where, address] of Object.entries(hosts)) {
  test(`the page works ${where}`, async ({ page }) => {
    const inward = new InwardPage(page, address());
    await inward.open();
    await inward.expectProjects(ALL_PROJECTS);
    await inward.option("country", "DEU").click();
    await inward.expectProjects(GERMAN_PROJECTS);
    await page.reload();
    await inward.expectProjects(GERMAN_PROJECTS);
    expect(page.url().startsWith(address())).toBe(true);
    // What is further down is fetched when the reader comes near.
    await inward.everyChart();
    await inward.grid.scrollIntoViewIfNeeded();
    await expect(inward.projectRows.first()).toBeVisible();
  });

  test(`what never changes is kept, and the rest is asked for again, ${where}`, async () => {
    const { named } = await addressesIn(address());
    expect(named.length).toBeGreaterThan(5);
    expect(named.every((name) => name.startsWith(address()))).toBe(true);
    for (const name of named) {
      const response = await fetch(name);
      expect(response.status, name).toBe(200);
      const kept = /-[0-9a-f]{16}(_bg)?\.\w+$/.test(name);
      expect(response.headers.get("cache-control"), name).toBe(kept ? "public, max-age=31536000, immutable" : "no-cache");
    }
    expect((await fetch(address())).headers.get("cache-control")).toBe("no-cache");
    const missing = await fetch(`${address()}gone-0123456789abcdef.js`);
    expect(missing.status).toBe(404);
    expect(missing.headers.get("cache-control")).toBeNull();
  });

  test(`every text and program is sent compressed ${where}`, async () => {
    const { named } = await addressesIn(address());
    for (const accepted of where === "at the root" && process.env.INWARD_NGINX_BROTLI === "true" ? ["br", "gzip"] : ["gzip"]) {
      for (const name of [address(), ...named.filter((name) => !name.endsWith(".png"))]) {
        const { headers } = await fetch(name, { headers: { "accept-encoding": accepted } });
        expect(headers.get("content-encoding"), name).toBe(accepted);
        expect(headers.get("vary"), name).toMatch(/accept-encoding/i);
        const plain = await fetch(name, { headers: { "accept-encoding": "identity" } });
        expect(plain.headers.get("content-encoding"), name).toBeNull();
        expect(Number(headers.get("content-length")), name).toBeLessThan(Number(plain.headers.get("content-length")));
      }
    }
  });

  test(`types and protection are right ${where}`, async () => {
    const { named } = await addressesIn(address());
    const types = { html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8", wasm: "application/wasm", png: "image/png" };
    for (const name of [address(), ...named]) {
      const { headers } = await fetch(name);
      const ending = name === address() ? "html" : name.split(".").at(-1);
      expect(headers.get("content-type"), name).toBe(types[ending]);
      expect(headers.get("x-content-type-options"), name).toBe("nosniff");
      expect(headers.get("referrer-policy"), name).toBe("no-referrer");
      expect(headers.get("content-security-policy"), name).toContain("frame-ancestors 'self'");
    }
  });
}

test("an address without its last slash leads to the page", async () => {
  const withSlash = process.env.INWARD_NGINX_SUB_PATH;
  const response = await fetch(withSlash.slice(0, -1));
  expect(response.url).toBe(withSlash);
});

test("the page, nginx and hosts that read _headers have the same policy", async () => {
  const address = process.env.INWARD_NGINX_ROOT;
  const { html } = await addressesIn(address);
  const inPage = html.match(/content="(default-src[^"]+)"/)[1];
  const fromNginx = (await fetch(address)).headers.get("content-security-policy");
  const sample = await readFile(new URL("../../../deploy/_headers", import.meta.url), "utf8");
  const inHeaders = sample.match(/Content-Security-Policy: (.+)/)[1];
  expect(fromNginx).toBe(`${inPage}; frame-ancestors 'self'`);
  expect(inHeaders).toBe(fromNginx);
  expect(inPage).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
});
