// What a page of the form weighs, as a browser gets it from nginx.
import http from "node:http";

const PAGE_BYTES_MAX = 8 * 1024; // the HTML, as it is before any compression
const ABOUT_BYTES_MAX = 16 * 1024; // "About you" asks ten questions on one page
const VISIT_BYTES_MAX = 60 * 1024; // all that a first visit brings, as it travels

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

// The bytes of one answer and its head, compressed where the server does.
function travelled(url) {
  return new Promise((resolve, reject) => {
    const headers = { "Accept-Encoding": "gzip, deflate, br" };
    const asked = http.get(url, { headers, agent: false }, (answer) => {
      const { socket } = answer;
      answer.resume();
      answer.on("end", () =>
        answer.statusCode === 200
          ? resolve(socket.bytesRead)
          : reject(new Error(`${url}: ${answer.statusCode}`)),
      );
    });
    asked.on("error", reject);
  });
}

// All that a browser asks for that was never here: [{ url, type, bytes }].
async function firstVisit(browser, visitor) {
  const context = await browser.newContext({
    storageState: await visitor.context.storageState(),
  });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const asked = new Map();

  await devtools.send("Network.enable");
  devtools.on("Network.requestWillBeSent", ({ requestId, request, type }) =>
    asked.set(requestId, { url: request.url, type, bytes: 0 }),
  );
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    asked.get(requestId).bytes = encodedDataLength;
  });
  await page.goto(visitor.page.url(), { waitUntil: "networkidle" });
  const icons = await page
    .locator("link[rel=icon]")
    .evaluateAll((links) => links.map((link) => link.href));
  await context.close();
  // Whether a browser without a window asks for the icon is its own affair.
  const rest = [...asked.values()].filter(({ url }) => !icons.includes(url));
  for (const url of icons)
    rest.push({ url, type: "Icon", bytes: await travelled(url) });
  return rest;
}

function visitFaults(all, origin) {
  const bytes = all.reduce((sum, one) => sum + one.bytes, 0);
  const sheets = all.filter(({ type }) => type === "Stylesheet").length;
  const kinds = ["Document", "Stylesheet", "Script", "Icon"];
  const faults = all
    .filter(({ url }) => new URL(url).origin !== origin)
    .map(({ url }) => `asked another host: ${url}`);

  for (const kind of kinds)
    if (!all.some(({ type, bytes }) => type === kind && bytes > 0))
      faults.push(`brought no ${kind}`);
  if (bytes > VISIT_BYTES_MAX)
    faults.push(
      ...all.map((one) => `${kilobytes(one.bytes)} of ${one.url}`),
      `more than ${kilobytes(VISIT_BYTES_MAX)}`,
    );
  if (sheets !== 1) faults.push(`${sheets} style sheets`);
  return faults;
}

const titleOf = ({ visitor }, name) =>
  `${visitor.script ? "script" : "plain"}: ${name} weighs`;

// The page on which the visitor is.
export function weigh(journey, name) {
  const { visitor, report } = journey;
  const bytes = Buffer.byteLength(visitor.received.html);
  const max = name === "about" ? ABOUT_BYTES_MAX : PAGE_BYTES_MAX;

  report.check(
    `${titleOf(journey, name)} ${kilobytes(bytes)} of HTML`,
    bytes > max ? [`more than ${kilobytes(max)}`] : [],
  );
}

// All that comes with it to a visitor who was never here, and runs script.
export async function weighVisit(journey, name) {
  const { browser, visitor, report } = journey;
  const all = await firstVisit(browser, visitor);
  const sum = (wanted) =>
    kilobytes(
      all
        .filter(({ type }) => !wanted || type === wanted)
        .reduce((total, one) => total + one.bytes, 0),
    );
  report.check(
    `${titleOf(journey, name)} ${sum()} on a first visit (page ${sum("Document")}, ` +
      `style ${sum("Stylesheet")}, script ${sum("Script")}, icon ${sum("Icon")})`,
    visitFaults(all, visitor.origin),
  );
}
