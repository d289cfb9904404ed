// Which browser runs, and how: the machine's own, without its calls home.

/** What Playwright's `launch` takes. */
export const launchOptions = {
  executablePath: process.env.CHROME || "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};
