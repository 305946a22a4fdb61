// The browser of scripts/checks/docs: opens each page below a folder, and follows its links to pages beside it.
import {mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative} from 'node:path';
import {pathToFileURL} from 'node:url';
import {checkHttpApi} from './http-api.mjs';

const [folder, library] = process.argv.slice(2);
const {default: puppeteer} = await import(pathToFileURL(library));

// The main pages: pictures of them are made.
const pictured = ['index.html', 'package-summary.html', 'Gateways.html', 'Gateway.html', 'AiGatewayException.html'];

const files = readdirSync(folder, {recursive: true, withFileTypes: true})
  .filter((file) => file.name.endsWith('.html'))
  .map((file) => join(file.parentPath ?? file.path, file.name))
  // Licences of the scripts that come with Javadoc.
  .filter((file) => !file.includes('/legal/'));
const profile = mkdtempSync(join(tmpdir(), 'check-docs-'));
const browser = await puppeteer.launch({
  executablePath: '/usr/bin/chromium',
  userDataDir: profile,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--allow-file-access-from-files'],
});
const problems = [];
const anchors = new Map(); // URL of a page -> its anchors
const links = []; // [page, URL it links to]
let place = '';
// Debian's Javadoc names this file, but leaves it out.
const isMissed = (url) => !url?.endsWith('/resources/fonts/dejavu.css');

async function open() {
  // Each with a storage of its own.
  const page = await (await browser.createBrowserContext()).newPage();
  await page.setOfflineMode(true);
  page.on('console', (said) => said.type() === 'error' && isMissed(said.location().url)
    && problems.push(`${place}: ${said.text()}`));
  page.on('pageerror', (error) => problems.push(`${place}: ${error.message}`));
  page.on('request', (request) => !/^(file|data|blob):/.test(request.url())
    && problems.push(`${place}: ${request.url()} is asked for`));
  page.on('requestfailed', (request) => isMissed(request.url())
    && problems.push(`${place}: ${request.url()} is not to be had`));
  return page;
}

try {
  const page = await open();
  await page.setViewport({width: 1300, height: 1000});
  for (const file of files) {
    place = relative(folder, file);
    const url = pathToFileURL(file).href;
    await page.goto(url, {waitUntil: 'load'});
    const found = await page.evaluate(() => ({
      anchors: [...document.querySelectorAll('[id], a[name]')].map((it) => it.id || it.getAttribute('name')),
      links: [...document.querySelectorAll('a[href]')].map((it) => it.href),
      excess: document.documentElement.scrollWidth - window.innerWidth,
    }));
    anchors.set(url, new Set(found.anchors));
    found.links.filter((link) => link.startsWith('file:')).forEach((link) => links.push([place, link]));
    if (found.excess > 0) {
      problems.push(`${place}: ${found.excess} pixels too wide`);
    }
    if (pictured.some((name) => place.endsWith(`/${name}`))) {
      await page.screenshot({path: join(folder, `${place.replaceAll('/', '-')}.png`)});
    }
    if (place.endsWith('/http-api/index.html')) {
      await checkHttpApi(open, url, folder, (problem) => problems.push(`${place}: ${problem}`));
    }
  }
} finally {
  await browser.close();
  rmSync(profile, {recursive: true});
}
// Javadoc 17 links to anchors on its page of constants that do not exist.
for (const [place, link] of links) {
  const [url, anchor] = link.split('#');
  if (!anchors.has(url)) {
    if (!url.includes('/legal/')) problems.push(`${place}: there is no ${url}`);
  } else if (anchor && !place.endsWith('constant-values.html') && !anchors.get(url).has(decodeURIComponent(anchor))) {
    problems.push(`${place}: there is no ${anchor} in ${url}`);
  }
}
console.log(`${files.length} pages with ${links.length} links between them, ${new Set(problems).size} problems.`);
[...new Set(problems)].slice(0, 40).forEach((problem) => console.error(problem));
process.exit(problems.length || files.length === 0 ? 1 : 0);
