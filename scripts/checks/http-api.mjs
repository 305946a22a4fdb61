// The page of the HTTP API, in the browser of scripts/checks/docs: it shows what the OpenAPI document has, on large and
// on small windows, in light and in dark. Takes pictures of it.
import {join} from 'node:path';

const LEADS_ELSEWHERE = /test request|ask ai|mcp|api client|developer tools|configure|share|deploy|editor/i;

export async function checkHttpApi(open, url, folder, problem) {
  for (const colours of ['light', 'dark']) {
    for (const width of [1280, 500, 390]) {
      const page = await open();
      await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: colours}]);
      // High enough for all operations: what is out of sight is not made yet.
      await page.setViewport({width, height: 20_000});
      await page.goto(url, {waitUntil: 'load'});
      const say = (text) => problem(`${text} (${colours}, ${width} pixels wide)`);
      try {
        await page.waitForFunction(() => document.querySelectorAll('h3').length >= 6, {timeout: 20_000});
        const found = await page.evaluate(read);
        if (found.headings.join() !== found.summaries.join()) say(`These are the operations: ${found.headings}`);
        if (found.missing.length) say(`These are not shown: ${found.missing.join('; ')}`);
        if (found.excess > 0) say(`${found.excess} pixels too wide`);
        if (found.isDark !== (colours === 'dark')) say('The colours are not those of the system');
        found.buttons.filter((it) => LEADS_ELSEWHERE.test(it)).forEach((it) => say(`There is a button ${it}`));
        if (width !== 390) {
          await page.screenshot({
            path: join(folder, `http-api-${colours}-${width}.png`), clip: {x: 0, y: 0, width, height: 3000},
          });
        }
        if (width === 1280) {
          await page.setViewport({width, height: 1000});
          await switchColours(page, colours, say);
          await search(page, say);
        }
      } catch (failure) {
        say(failure.message);
      }
      await page.close();
    }
  }
}

// Runs in the page, where openApiDocument is.
function read() {
  const text = document.body.innerText.replace(/\s+/g, ' ');
  const operations = Object.values(openApiDocument.paths)
    .flatMap((path) => Object.values(path).filter((it) => it.operationId));
  const {CreateRequestMinimal, CreatedMinimal, ListSeveral} = openApiDocument.components.examples;
  const samples = operations.flatMap((it) => it['x-codeSamples']?.[0].source ?? ['curl']);
  const wanted = [
    ...operations.map((it) => it.description),
    `"id": "${CreateRequestMinimal.value.id}"`,
    `"internal_id": "${CreatedMinimal.value.result.internal_id}"`,
    `"total_count": ${ListSeveral.value.result_info.total_count}`,
    ...samples,
    'Bearer Token',
  ];
  return {
    headings: [...document.querySelectorAll('h3')].map((it) => it.innerText.trim()),
    summaries: operations.map((it) => it.summary),
    missing: wanted.filter((it) => !text.includes(it.trim().replace(/\s+/g, ' '))),
    excess: document.documentElement.scrollWidth - window.innerWidth,
    isDark: document.body.classList.contains('dark-mode'),
    buttons: [...document.querySelectorAll('button, a')].filter((it) => it.checkVisibility()).map((it) => it.innerText),
  };
}

async function switchColours(page, colours, say) {
  await page.click('button[class*="group/toggle"]');
  const isDark = await page.evaluate(() => document.body.classList.contains('dark-mode'));
  if (isDark === (colours === 'dark')) say('The colours can not be switched');
}

async function search(page, say) {
  await page.click('button[role="search"]');
  await page.waitForSelector('input[role="combobox"]', {visible: true, timeout: 5_000});
  await page.type('input[role="combobox"]', 'delete');
  await page.waitForFunction(
    () => [...document.querySelectorAll('[role="option"]')].some((it) => it.innerText.includes('Delete a gateway')),
    {timeout: 5_000},
  ).catch(() => say('The search does not find "delete"'));
}
