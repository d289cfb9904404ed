// Before all tests: the built page on a free port. After them: the port free again.

import { serve } from "./server.mjs";

export default async function startServer() {
  const { address, stop } = await serve();
  // Workers are started afterwards and inherit it.
  process.env.INWARD_ADDRESS = address;
  return stop;
}
