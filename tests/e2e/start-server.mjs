// Before all tests: the built page on free ports, by a small server of our own and by nginx. After them: the ports free again.

import { serveWithNginx } from "./nginx.mjs";
import { serve } from "./server.mjs";

export default async function startServers() {
  const own = await serve();
  const nginx = await serveWithNginx();
  // Workers are started afterwards and inherit these.
  process.env.INWARD_ADDRESS = own.address;
  process.env.INWARD_NGINX_ROOT = nginx.root;
  process.env.INWARD_NGINX_SUB_PATH = nginx.subPath;
  process.env.INWARD_NGINX_BROTLI = String(nginx.brotli);
  return async () => {
    await nginx.stop();
    await own.stop();
  };
}
