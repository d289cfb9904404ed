// The built page in memory: each file with its type and its size, as it is and as it is sent to those who take brotli.
//
// The server, the size report and the benchmark all read the page through here, so that they mean the same bytes.

import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

/** What everything that a first visit downloads may come to, in brotli. */
export const FIRST_LOAD_BUDGET_BYTES = 300_000;

/** Every file under `folder`, by its address relative to it, in alphabetical order. */
export async function readPage(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const files = new Map();
  for (const path of paths.sort()) {
    // What stands beside a file in compressed form is its other form, not another file.
    if (/\.(br|gz)$/.test(path)) continue;
    const body = await readFile(path);
    files.set(relative(folder, path).split(sep).join("/"), {
      body,
      brotli: paths.includes(`${path}.br`) ? await readFile(`${path}.br`) : body,
      type: TYPES[extname(path)] ?? "application/octet-stream",
    });
  }
  return files;
}

/** The addresses that opening the page fetches: index.html, what it names, and what those scripts import. */
export function firstLoad(files) {
  const reached = new Set(["index.html"]);
  // A set grows while it is walked, so this follows names as far as they lead.
  for (const address of reached) {
    const file = files.get(address);
    if (!file || !/\.(html|js|mjs|css)$/.test(address)) continue;
    const text = file.body.toString("utf8");
    // A script also names what it fetches later; only its imports are loaded with it.
    const named = /\.m?js$/.test(address) ? [...text.matchAll(/^import\b.*?["']([^"']+)["'];?$/gm)].map(([, name]) => name).join(" ") : text;
    for (const other of files.keys()) {
      if (named.includes(other.split("/").at(-1))) reached.add(other);
    }
  }
  return reached;
}
