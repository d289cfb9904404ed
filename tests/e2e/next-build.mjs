// A second build of the page, made of the first: other hashes in all names, another version, and all that says what a file's
// content is put right again.

import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";

const HASH = /\b[0-9a-f]{16}\b/g;
const IS_TEXT = /\.(html|js|css|webmanifest)$/;

const integrity = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

/** The hash in the names of the next build. */
const reversed = (hash) => [...hash].reverse().join("");

/** Writes the build that follows the one in `folder` to a new folder, whose path is given. */
export async function nextBuild(folder) {
  const next = await mkdtemp(join(tmpdir(), "inward-next-build-"));
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));
  const names = paths.filter((name) => !/\.(br|gz)$/.test(name));
  const hashes = new Set(names.flatMap((name) => name.match(HASH) ?? []));
  const rename = (text) => text.replaceAll(HASH, (hash) => (hashes.has(hash) ? reversed(hash) : hash));
  // What says what others are comes after them.
  const rank = (name) => ["index.html", "sw.js"].indexOf(name);
  const changed = new Map();
  for (const name of names.sort((one, other) => rank(one) - rank(other))) {
    let bytes = await readFile(join(folder, name));
    if (IS_TEXT.test(name)) {
      let text = rename(bytes.toString("utf8"));
      for (const [before, after] of changed) text = text.replaceAll(before, after);
      if (name === "index.html") text = text.replace(/content="?0\.1\.0/, (start) => start.replace("0.1.0", "0.1.1"));
      if (name === "sw.js") text = text.replace(/const BUILD = "(\w+)"/, (line, build) => line.replace(build, reversed(build)));
      const after = Buffer.from(text);
      changed.set(integrity(bytes), integrity(after));
      bytes = after;
    }
    await mkdir(dirname(join(next, name)), { recursive: true });
    await writeFile(join(next, rename(name)), bytes);
  }
  return next;
}
