// A real nginx with the project's own snippets, which serves the built page twice: at the root of a host, with brotli where
// the module is installed, and below a path, with what nginx itself can do.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { builtPage } from "./server.mjs";

/** Where the page is below the second host's root. */
export const SUB_PATH = "/zones/projects/";

const BROTLI_MODULE = ["/usr/lib/nginx/modules", "/usr/share/nginx/modules"].map((folder) => join(folder, "ngx_http_brotli_static_module.so")).find(existsSync);

const snippet = (name) => fileURLToPath(new URL(`../../deploy/nginx/${name}`, import.meta.url));

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The snippets as the documentation says to include them; nothing of the machine's own nginx is used. */
async function configuration(folder, page, ports) {
  const withBrotli = join(folder, "inward-brotli.conf");
  const text = await readFile(snippet("inward.conf"), "utf8");
  await writeFile(withBrotli, BROTLI_MODULE ? text.replace("# brotli_static on;", "brotli_static on;") : text);
  return `
${BROTLI_MODULE ? `load_module ${BROTLI_MODULE};` : ""}
${process.getuid?.() === 0 ? "user root;" : ""}
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr warn;
events { worker_connections 256; }
http {
  access_log off;
  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join(" ")}
  include ${snippet("inward-http.conf")};
  server {
    listen 127.0.0.1:${ports[0]};
    location / { root ${page}; include ${withBrotli}; }
  }
  server {
    listen 127.0.0.1:${ports[1]};
    location = ${SUB_PATH.slice(0, -1)} { return 301 ${SUB_PATH}; }
    location ${SUB_PATH} { alias ${page}/; include ${snippet("inward.conf")}; }
  }
}
`;
}

/** Serves the folder and gives both addresses, whether brotli is there, and a way to stop. */
export async function serveWithNginx(page = builtPage) {
  const folder = await mkdtemp(join(tmpdir(), "inward-nginx-"));
  const ports = [await freePort(), await freePort()];
  await writeFile(join(folder, "nginx.conf"), await configuration(folder, page, ports));
  const nginx = spawn("nginx", ["-p", folder, "-c", "nginx.conf", "-e", "stderr"], {
    // Debian puts it beside the programs of administrators.
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let complaint = "";
  nginx.stderr.on("data", (data) => (complaint += data));
  const ended = new Promise((resolve) => {
    nginx.once("error", (error) => resolve(error.code === "ENOENT" ? "nginx is not installed (Debian: nginx-light)" : error.message));
    nginx.once("exit", () => resolve(`nginx ended: ${complaint}`));
  });
  const addresses = [`http://127.0.0.1:${ports[0]}/`, `http://127.0.0.1:${ports[1]}${SUB_PATH}`];
  const answers = async () => {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      if (await fetch(addresses[0]).then((response) => response.ok, () => false)) return null;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return `nginx does not answer: ${complaint}`;
  };
  const failure = await Promise.race([ended, answers()]);
  if (failure) throw new Error(failure);
  return {
    root: addresses[0],
    subPath: addresses[1],
    brotli: Boolean(BROTLI_MODULE),
    async stop() {
      nginx.kill("SIGQUIT");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
