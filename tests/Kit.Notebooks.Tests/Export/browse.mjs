// node browse.mjs CHROMIUM PROFILE URL SCRIPTS(on|off) SCREENSHOT [more Chromium flags]: opens a page by the DevTools pipe and
// prints as JSON what it complained about, what it asked for beyond its own files, and what it looks like inside.
import { spawn } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";

const [chromium, profile, url, scripts, screenshot, ...flags] = process.argv.slice(2);
const browser = spawn(chromium, [...flags, "--remote-debugging-pipe", `--user-data-dir=${profile}`, "about:blank"], { stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"] });
let stderr = "";
browser.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));
browser.on("exit", (code) => { if (!finished) { console.error(`chromium ended with ${code}: ${stderr}`); process.exit(1); } });

let finished = false, number = 0, buffer = "";
const waiting = new Map(), events = [];
const listeners = new Set();
browser.stdio[4].setEncoding("utf8").on("data", (chunk) => {
  buffer += chunk;
  for (let end; (end = buffer.indexOf("\0")) >= 0; buffer = buffer.slice(end + 1)) {
    const message = JSON.parse(buffer.slice(0, end));
    if (message.id) {
      const { resolve, reject } = waiting.get(message.id);
      message.error ? reject(new Error(message.error.message)) : resolve(message.result);
    } else {
      events.push(message);
      for (const listener of listeners) listener(message);
    }
  }
});
const send = (method, params = {}, sessionId) => new Promise((resolve, reject) => {
  waiting.set(++number, { resolve, reject });
  browser.stdio[3].write(JSON.stringify({ id: number, method, params, sessionId }) + "\0");
});

const { targetId } = await send("Target.createTarget", { url: "about:blank" });
const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
const page = (method, params) => send(method, params, sessionId);
for (const domain of ["Page", "Runtime", "Log", "Network"]) await page(`${domain}.enable`);
await page("Emulation.setDeviceMetricsOverride", { width: 1280, height: 1000, deviceScaleFactor: 1, mobile: false });
await page("Emulation.setScriptExecutionDisabled", { value: scripts === "off" });
const loaded = new Promise((resolve) => listeners.add((event) => event.method === "Page.loadEventFired" && resolve()));
await page("Page.navigate", { url });
await loaded;
// Two frames later whatever a script set in motion upon loading has been drawn.
if (scripts === "on") await page("Runtime.evaluate", { expression: "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))", awaitPromise: true });
const { cssContentSize } = await page("Page.getLayoutMetrics");
const picture = await page("Page.captureScreenshot", { format: "png", captureBeyondViewport: true, clip: { x: 0, y: 0, width: 1280, height: Math.min(cssContentSize.height, 8000), scale: 1 } });
writeFileSync(screenshot, Buffer.from(picture.data, "base64"));
const { root } = await page("DOM.getDocument", { depth: 0 });
const { outerHTML } = await page("DOM.getOuterHTML", { nodeId: root.nodeId });
const of = (method) => events.filter((event) => event.method === method).map((event) => event.params);
finished = true;
console.log(JSON.stringify({
  complaints: [
    ...of("Runtime.exceptionThrown").map((it) => it.exceptionDetails.exception?.description ?? it.exceptionDetails.text),
    ...of("Runtime.consoleAPICalled").filter((it) => ["error", "warning", "assert"].includes(it.type)).map((it) => it.args.map((arg) => arg.value ?? arg.description).join(" ")),
    ...of("Log.entryAdded").map((it) => `${it.entry.level}: ${it.entry.text} ${it.entry.url ?? ""}`),
    ...of("Network.loadingFailed").map((it) => `failed: ${it.errorText} ${it.blockedReason ?? ""}`),
  ],
  requests: of("Network.requestWillBeSent").map((it) => it.request.url),
  width: cssContentSize.width,
  html: outerHTML,
}));
const ended = new Promise((resolve) => browser.on("exit", resolve));
await send("Browser.close").catch(() => {});
await ended;
// Helpers of the browser write for a moment longer.
rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
process.exit(0);
