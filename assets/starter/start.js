// Starts the program, and says so where it cannot start or has stopped.
//
// This is the only code outside the WebAssembly, because it must work when that does not: in a browser without
// WebAssembly, when a file is missing, and after a panic. Its few words are therefore here, in both languages, and not
// with the others in src/i18n. What is fetched is named by two links in the head, so that the browser begins early.

const TROUBLES = {
  unsupported: {
    zh: [
      "这个浏览器无法运行本页面",
      "本页面需要 WebAssembly（含 SIMD），2023 年以后的 Chrome、Edge、Firefox 和 Safari 都支持。浏览器版本过旧，或者安全策略关闭了 WebAssembly，都会出现这种情况。请更新浏览器，或与管理员联系。",
    ],
    en: [
      "This browser cannot run the page",
      "The page needs WebAssembly with SIMD, which Chrome, Edge, Firefox and Safari have had since 2023. Either the browser is older, or a policy switches WebAssembly off. Update the browser, or ask whoever manages it.",
    ],
  },
  notLoaded: {
    zh: ["页面没有完整加载", "有一部分文件没有取到，可能是网络中断，也可能是服务器上刚刚更换了新版本。请重新加载。网址和保存在本浏览器中的台账不受影响。"],
    en: [
      "The page was not loaded completely",
      "A part of it did not arrive: the network was interrupted, or a new version has just been put on the server. Reload the page. The address and the ledgers kept in this browser are not affected.",
    ],
  },
  stopped: {
    zh: [
      "页面意外停止",
      "程序内部出错，无法继续。您的数据没有离开浏览器；网址（含筛选条件）和保存在本浏览器中的台账都保持原样，重新加载即可继续。已打开但没有保存的台账需要重新打开。",
    ],
    en: [
      "The page has stopped",
      "An error inside the program keeps it from going on. None of your data has left the browser. The address with its filters and the ledgers kept in this browser are as they were: reload to go on. A ledger that was opened and not kept has to be opened again.",
    ],
  },
};

const CONTROLS = {
  reload: { zh: "重新加载", en: "Reload" },
  builtIn: { zh: "打开内置数据，不带筛选条件", en: "Open the built-in data, without filters" },
  copy: { zh: "复制错误报告", en: "Copy the report" },
  copied: { zh: "已复制", en: "Copied" },
  report: {
    zh: "错误报告：只有版本、出错位置和浏览器型号，不含网址，也不含台账内容",
    en: "Report: version, place of the error and kind of browser; nothing of the address, nothing of any ledger",
  },
};

/** The address of the data that the page brings along. */
const BUILT_IN = "?dataset=signed";

let started = false;
let troubled = false;

/** An element with its attributes and what is in it. */
function element(name, attributes, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

/** `zh` and `en`, the reader's language first. */
function languages() {
  // The program sets the language of the document as soon as it runs; before that, only the browser's is known.
  const tag = started ? document.documentElement.lang : navigator.language;
  return /^zh/i.test(tag) ? ["zh", "en"] : ["en", "zh"];
}

const inBoth = (words) => languages().map((language) => element("span", { lang: language === "zh" ? "zh-CN" : "en" }, words[language]));

/**
 * What a maintainer needs to find the error, and nothing that came from the reader: no address, no message (a
 * panic's may quote the text it stumbled over), of the stack only the places inside the program.
 */
function reportOn(kind, error) {
  const about = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? "unknown";
  const places = String(error?.stack ?? "").match(/wasm-function\[\d+\]:0x[0-9a-f]+/g) ?? [];
  return [
    `Inward ${about("version")}`,
    `${kind}: ${error?.name ?? "no error"}`,
    ...(document.documentElement.dataset.stoppedAt ? [`at ${document.documentElement.dataset.stoppedAt}`] : []),
    ...places.slice(0, 20),
    `browser: ${navigator.userAgent}`,
    `languages: ${navigator.languages?.join(", ")}`,
    `window: ${innerWidth} × ${innerHeight} at ${devicePixelRatio}`,
  ].join("\n");
}

/** Where a newer version waits, it may be the one in which the trouble is mended. */
async function reload() {
  const offline = await import("./offline.js").catch(() => undefined);
  await offline?.takeWaitingVersion().catch(() => {});
  location.reload();
}

/** Puts a page about the trouble in the place of the program's. The first trouble is the one to tell of. */
function tell(kind, error) {
  if (troubled) return;
  troubled = true;
  const report = element("textarea", { readonly: "", rows: "8", id: "trouble-report" });
  report.value = reportOn(kind, error);
  const said = element("span", { role: "status" });
  const button = (name, onClick) => {
    const made = element("button", { type: "button", "data-action": name }, ...inBoth(CONTROLS[name]));
    made.addEventListener("click", onClick);
    return made;
  };
  const copy = () => {
    report.select();
    // navigator.clipboard is only there over https, and this page also stands on intranets without it.
    if (document.execCommand("copy")) said.replaceChildren(...inBoth(CONTROLS.copied));
  };
  const section = (language) => {
    const [heading, text] = TROUBLES[kind][language];
    return element("section", { lang: language === "zh" ? "zh-CN" : "en" }, element("h1", {}, heading), element("p", {}, text));
  };
  const page = element(
    "main",
    { class: "trouble", role: "alert", tabindex: "-1", "data-trouble": kind },
    ...languages().map(section),
    element(
      "p",
      { class: "trouble-actions" },
      button("reload", reload),
      // What stopped it may be in the address, or in the ledger on which the bare page opens.
      ...(location.search === BUILT_IN ? [] : [button("builtIn", () => location.assign(location.pathname + BUILT_IN))]),
      button("copy", copy),
      said,
    ),
    element("label", { for: "trouble-report" }, ...inBoth(CONTROLS.report)),
    report,
  );
  // Whatever is left of the program hears no more events, and its open dialogs are gone.
  document.body.replaceChildren(page);
  page.focus();
}

/** After a trap the program's memory is in an unknown state: it must not go on. */
function watch(error) {
  if (typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError) tell("stopped", error);
}

addEventListener("error", (event) => watch(event.error));
addEventListener("unhandledrejection", (event) => watch(event.reason));

/** Under which the height of the page is kept in this tab, in CSS pixels. */
const HEIGHT = "inward.height";

/** After so many milliseconds a page that has become lower, as its data has, is no longer held. */
const LONGEST_HOLD = 10_000;

/**
 * A browser brings the reader of a page that is loaded again back to where they were, and does so before this one is
 * drawn. So it is at once as high as it was left, and held so until what is drawn is.
 */
function keepPlace() {
  let tab;
  try {
    tab = sessionStorage;
  } catch {
    // Where storage is forbidden, its mere mention throws.
    return;
  }
  const drawn = document.getElementById("app");
  addEventListener("pagehide", () => tab.setItem(HEIGHT, drawn.offsetHeight));
  const height = Number(tab.getItem(HEIGHT));
  const [how] = performance.getEntriesByType("navigation");
  if (!height || (how?.type !== "reload" && how?.type !== "back_forward")) return;
  const { style } = document.body;
  style.minHeight = `${height}px`;
  const watch = new ResizeObserver(() => drawn.offsetHeight >= height && release());
  const release = () => {
    watch.disconnect();
    style.removeProperty("min-height");
  };
  watch.observe(drawn);
  setTimeout(release, LONGEST_HOLD);
  addEventListener("beforeprint", release, { once: true });
}

/** The first visit fetches nothing for the next one before its reader moves, and none does so for each frame it is in. */
function keepForOffline() {
  const isDeployed = document.querySelector('meta[name="build"]')?.content;
  if (!isDeployed || top !== self) return;
  let begun = false;
  const begin = () => {
    if (begun) return;
    begun = true;
    import("./offline.js").then((offline) => offline.keepForOffline());
  };
  for (const sign of ["pointermove", "pointerdown", "keydown", "scroll"]) addEventListener(sign, begin, { once: true, passive: true });
  setTimeout(begin, 10_000);
}

async function start() {
  if (typeof WebAssembly !== "object") return tell("unsupported");
  let program;
  try {
    program = await import(document.getElementById("program").href);
  } catch (error) {
    return tell("notLoaded", error);
  }
  try {
    const { href, integrity } = document.getElementById("program-wasm");
    await program.default({ module_or_path: fetch(href, { integrity }) });
    started = true;
    if (document.readyState === "complete") keepForOffline();
    else addEventListener("load", keepForOffline, { once: true });
  } catch (error) {
    if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) tell("unsupported", error);
    else if (error instanceof WebAssembly.RuntimeError) tell("stopped", error);
    else tell("notLoaded", error);
  }
}

keepPlace();
start();
