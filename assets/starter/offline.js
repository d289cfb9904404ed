// Keeps the page for visits without a network, finds new versions of it, and can be switched off.
//
// It stands outside the WebAssembly so that a build whose program does not start can still be replaced by the next. What is
// the case stands in `data-offline` of the document, with an event `offline-change` after each change; what the reader
// wants comes as an event `offline-on`, `offline-off` or `offline-update`:
//
//   off       the reader does not want it
//   preparing the files are being stored
//   kept      the page opens without a network
//   waiting   so it does, and a new version waits
//
// Without the attribute the browser cannot do it: over plain http, for example, or with cookies off.

const OFF = "inward.offline";
/** How long a service worker has for its answer, in milliseconds: one that is just being taken away gives none. */
const ANSWER_LIMIT = 2000;
const root = document.documentElement;

function tell(state) {
  if (root.dataset.offline === state) return;
  if (state) root.dataset.offline = state;
  else delete root.dataset.offline;
  root.dispatchEvent(new Event("offline-change"));
}

const isOff = () => {
  try {
    return localStorage.getItem(OFF) === "off";
  } catch {
    return false;
  }
};

let registration;
let wanted = false;
let takenOver = false;

function look() {
  if (takenOver || (registration.waiting && registration.active)) tell("waiting");
  else if (registration.active) tell("kept");
  // It could not be stored: a file differs from what this build says of it, or there is no room.
  else tell(registration.installing || registration.waiting ? "preparing" : undefined);
}

/** Whether a newer build took over between the loading of this page and now, as far as its worker says. */
async function isOfAnotherBuild() {
  const { controller } = navigator.serviceWorker;
  if (!controller) return false;
  const { port1, port2 } = new MessageChannel();
  const own = document.querySelector('meta[name="build"]').content;
  const answered = new Promise((done) => {
    port1.onmessage = ({ data }) => done(data);
    setTimeout(done, ANSWER_LIMIT, own);
  });
  controller.postMessage("which build", [port2]);
  return (await answered) !== own;
}

async function switchOn() {
  try {
    if (isOff()) {
      localStorage.removeItem(OFF);
      tell("preparing");
    }
    registration = await navigator.serviceWorker.register("sw.js", { updateViaCache: "none" });
    const follow = (worker) => worker?.addEventListener("statechange", look);
    follow(registration.installing);
    registration.addEventListener("updatefound", () => follow(registration.installing));
    takenOver ||= await isOfAnotherBuild();
    look();
  } catch {
    // The browser forbids it, or the host does not serve it: the page works without.
    tell(undefined);
  }
}

async function switchOff() {
  localStorage.setItem(OFF, "off");
  const family = `inward ${registration.scope} `;
  await registration.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(family)).map((name) => caches.delete(name)));
  tell("off");
}

function update() {
  if (takenOver || !registration.waiting) {
    location.reload();
    return;
  }
  wanted = true;
  registration.waiting.postMessage("take over");
}

/** Begins; to be called once, when the page has nothing more urgent to fetch. */
export function keepForOffline() {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  let controlled = Boolean(serviceWorker.controller);
  serviceWorker.addEventListener("controllerchange", () => {
    if (wanted) location.reload();
    // Another window asked for the new version: this one goes on with the old until its reader wants to.
    else if (controlled) takenOver = true;
    controlled = true;
    if (takenOver) look();
  });
  root.addEventListener("offline-on", switchOn);
  root.addEventListener("offline-off", switchOff);
  root.addEventListener("offline-update", update);
  // A page that stays open for days hears of a new version when the reader comes back to it.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && root.dataset.offline === "kept") registration.update().catch(() => {});
  });
  if (isOff()) tell("off");
  else switchOn();
}

/** Before a reload after trouble: a version that waits may be the one in which it is mended. */
export async function takeWaitingVersion() {
  const { waiting } = (await navigator.serviceWorker?.getRegistration()) ?? {};
  if (!waiting) return;
  await new Promise((done) => {
    navigator.serviceWorker.addEventListener("controllerchange", done, { once: true });
    // One that does not answer must not keep the reader from reloading.
    setTimeout(done, ANSWER_LIMIT);
    waiting.postMessage("take over");
  });
}
