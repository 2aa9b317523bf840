// A person at a real Chromium, with JavaScript or without.  What goes wrong
// while they read is noted, and every page they were sent is kept.
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";

// A browser that asks nothing of any network but ours.
const quiet = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
  "--disable-gpu",
];

const SETTLE_MS = 100; // longer than the two presses of a double click
const PATIENCE_MS = 15000;

function program() {
  const root = process.getuid() === 0;
  return {
    executablePath: "/usr/bin/chromium",
    args: root ? [...quiet, "--no-sandbox"] : quiet,
  };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

// A browser; its address is for who else talks to it (Lighthouse).
export async function launch() {
  const { executablePath, args } = program();
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath,
    args: [...args, `--remote-debugging-port=${port}`],
  });

  browser.address = `http://127.0.0.1:${port}`;
  return browser;
}

const manners = (origin, script) => ({
  baseURL: origin,
  javaScriptEnabled: script,
  viewport: { width: 1280, height: 900 },
});

export class Visitor {
  faults = []; // since they were last taken
  received; // the last page: { url, status, headers, html }
  profile; // a folder of its browser's own, which goes with it
  #twin; // a page that shows what this visitor sees, once there was one

  static async arrive(browser, origin, { script }) {
    const context = await browser.newContext(manners(origin, script));
    return Visitor.#with(context, origin, script);
  }

  // One whose browser is set to block all cookies.
  static async arriveWithoutCookies(origin, { script }) {
    const profile = fs.mkdtempSync(path.join(os.tmpdir(), "greenpaper-profile-"));
    const blocked = { default_content_setting_values: { cookies: 2 } };

    fs.mkdirSync(path.join(profile, "Default"));
    fs.writeFileSync(
      path.join(profile, "Default", "Preferences"),
      JSON.stringify({ profile: blocked }),
    );
    const context = await chromium.launchPersistentContext(profile, {
      ...program(),
      ...manners(origin, script),
    });
    const visitor = await Visitor.#with(context, origin, script);
    visitor.profile = profile;
    return visitor;
  }

  static async #with(context, origin, script) {
    const visitor = new Visitor();
    visitor.script = script;
    visitor.origin = origin;
    visitor.context = context;
    visitor.page = await context.newPage();
    visitor.#listen();
    return visitor;
  }

  #listen() {
    const { page, context, faults, origin } = this;

    page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
    page.on("console", (message) => {
      // Chromium reports as an error any page whose status is one.
      const status = message.text().startsWith("Failed to load resource");
      const ofPage = message.location().url === page.url();
      if (["error", "warning"].includes(message.type()) && !(status && ofPage))
        faults.push(`console: ${message.text()} (${message.location().url})`);
    });
    context.on("request", (request) => {
      if (new URL(request.url()).origin !== origin)
        faults.push(`asked another host: ${request.url()}`);
    });
    context.on("requestfailed", (request) => {
      // A second press of a button gives up the first one's page, and who goes
      // on before all of a page has come gives up the rest.
      const left = request.failure()?.errorText === "net::ERR_ABORTED";
      if (!request.isNavigationRequest() && !left)
        faults.push(`could not fetch ${request.url()}`);
    });
  }

  async leave() {
    await this.#twin?.context().close();
    await this.context.close();
    if (this.profile) fs.rmSync(this.profile, { recursive: true, force: true });
  }

  takeFaults() {
    return this.faults.splice(0);
  }

  async go(path) {
    await this.#receive(() => this.page.goto(path));
  }

  // Send an empty form there, as a button on an old page would.
  async post(path) {
    const { page, origin } = this;

    await page.route(
      (address) => address.href === origin + path,
      (route) => route.continue({ method: "POST", postData: "" }),
      { times: 1 },
    );
    await this.go(path);
  }

  async press(locator) {
    await this.#receive(() => locator.click());
  }

  async pressEnter(locator) {
    await this.#receive(() => locator.press("Enter"));
  }

  async pressTwice(locator) {
    await this.#receive(() => locator.dblclick());
  }

  // Act, wait until the last page that comes of it stands, and keep that.
  async #receive(act) {
    const { page } = this;
    const asked = new Set();
    const pages = [];
    const ask = (request) => {
      if (request.isNavigationRequest()) asked.add(request);
    };
    const finish = (request) => asked.delete(request);
    const keep = (response) => {
      const redirects = [301, 302, 303].includes(response.status());
      if (response.request().isNavigationRequest() && !redirects)
        pages.push(response);
    };
    const events = [
      ["request", ask],
      ["requestfinished", finish],
      ["requestfailed", finish],
      ["response", keep],
    ];

    for (const [event, listener] of events) page.on(event, listener);
    await act();
    for (let wait_ms = 0; ; wait_ms += SETTLE_MS) {
      await page.waitForTimeout(SETTLE_MS);
      if (pages.length > 0 && asked.size === 0) break;
      if (wait_ms > PATIENCE_MS) throw new Error("no page came");
    }
    await page.waitForLoadState("load");
    for (const [event, listener] of events) page.off(event, listener);
    const last = pages.at(-1);
    this.received = {
      url: last.url(),
      status: last.status(),
      headers: last.headers(),
      html: await last.text(),
    };
  }

  path() {
    return new URL(this.page.url()).pathname;
  }

  // The same page for who must run script in it (axe): a twin, which is shown what
  // this visitor sees and keeps its own script from page to page.
  async twin(browser) {
    const html = await this.page.content();

    this.#twin ??= await this.#newTwin(browser);
    await this.#twin.setViewportSize(this.page.viewportSize());
    await this.#twin.evaluate(async (text) => {
      const shown = new DOMParser().parseFromString(text, "text/html");
      document.replaceChild(shown.documentElement, document.documentElement);
      const sheets = document.querySelectorAll("link[rel=stylesheet]");
      await Promise.all(
        [...sheets].map(
          (link) =>
            link.sheet ?? new Promise((resolve) => (link.onload = resolve)),
        ),
      );
    }, html);
    return this.#twin;
  }

  // On a page of the site, for the address and its policy, without its script.
  async #newTwin(browser) {
    const context = await browser.newContext();
    const page = await context.newPage();

    await page.route(
      (address) => address.pathname.endsWith(".js"),
      (route) => route.abort(),
    );
    await page.goto(this.page.url());
    return page;
  }
}
