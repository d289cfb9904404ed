// A static host for the built page: right types, brotli for those who take it, nothing else.
//
//   node server.mjs [folder] [port]      port 0, the default, is any free one
//
// As a module, `serve(folder)` gives the address and a way to stop.

import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { readPage } from "./files.mjs";

export const builtPage = fileURLToPath(new URL("../../dist", import.meta.url));

/** Serves the folder as it is now, from memory, on this machine only, with further headers where some are given. */
export async function serve(folder = builtPage, port = 0, headers = {}) {
  let files;
  const show = async (folder) => {
    files = await readPage(folder);
    if (!files.has("index.html")) throw new Error(`There is no index.html in ${folder}.`);
  };
  await show(folder);
  const server = createServer((request, response) => answer(files, headers, request, response));
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    /** Puts another folder in the place of the first, as a new version on a host does. */
    show,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(files, headers, request, response) {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { allow: "GET, HEAD" }).end();
    return;
  }
  const file = files.get(addressOf(request.url));
  if (!file) {
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("Not found\n");
    return;
  }
  const takesBrotli = /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
  const isSmaller = takesBrotli && file.brotli !== file.body;
  const body = isSmaller ? file.brotli : file.body;
  response.writeHead(200, {
    "content-type": file.type,
    "content-length": body.length,
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
    vary: "accept-encoding",
    ...headers,
    ...(isSmaller ? { "content-encoding": "br" } : {}),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

/** The file that a request means. Only names that were read at the start exist, so no path can lead out of the folder. */
function addressOf(url) {
  const [path] = url.split("?");
  try {
    const decoded = decodeURIComponent(path).replace(/^\/+/, "");
    return decoded === "" || decoded.endsWith("/") ? `${decoded}index.html` : decoded;
  } catch {
    return "";
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { address } = await serve(process.argv[2], Number(process.argv[3] ?? 0));
  console.log(`Serving at ${address}`);
}
