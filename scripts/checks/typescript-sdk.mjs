// Calls Cloudflare's TypeScript SDK with the given base URL. Prints one line per check; stops with exit code 1
// at the first that fails. Started by scripts/checks/typescript-sdk.
import assert from 'node:assert/strict';
import Cloudflare from 'cloudflare';

const baseURL = process.argv[2];
const account_id = '0123456789abcdef0123456789abcdef';
const apiToken = 'fake-api-token-that-may-read-and-write-00';
const client = new Cloudflare({ apiToken, baseURL, maxRetries: 0 });
const settings = {
  account_id,
  cache_invalidate_on_update: true,
  cache_ttl: null,
  collect_logs: true,
  rate_limiting_interval: 0,
  rate_limiting_limit: 0,
};

let checks = 0;
async function check(promise, test) {
  try {
    await test();
  } catch (error) {
    console.error(`FAILED  ${promise}\n${error.stack ?? error}`);
    process.exit(1);
  }
  checks += 1;
  console.log(`ok  ${promise}`);
}

/** Expects a refusal of a class, a status and the code of its first error; returns the errors. */
async function refused(call, type, status, code) {
  let error;
  try {
    await call();
  } catch (caught) {
    error = caught;
  }
  assert.ok(error instanceof type, `expected ${type.name}, got ${error?.constructor?.name}`);
  assert.equal(error.status, status);
  assert.equal(error.errors[0].code, code);
  assert.match(error.headers.get('cf-ray'), /^[0-9a-f]{16}-/);
  return error.errors;
}

let created;
await check('create returns the gateway, with what the server adds', async () => {
  created = await client.aiGateway.create({
    ...settings,
    id: 'my-gateway',
    workers_ai_billing_mode: 'unified',
    newer_than_the_sdk: { kept: [1, null] },
  });
  assert.equal(created.id, 'my-gateway');
  assert.equal(created.cache_ttl, 0);
  assert.equal(created.store_id, '');
  assert.match(created.created_at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  assert.deepEqual(created.newer_than_the_sdk, { kept: [1, null] });
});

await check('create of an id that exists is a BadRequestError with code 7001', async () => {
  const errors = await refused(
    () => client.aiGateway.create({ ...settings, id: 'my-gateway' }),
    Cloudflare.BadRequestError,
    400,
    7001,
  );
  assert.match(errors[0].message, /already exists/);
});

await check('create with bad fields is a BadRequestError with a path for each', async () => {
  const errors = await refused(
    () => client.aiGateway.create({ ...settings, id: 'x'.repeat(65), retry_max_attempts: 6 }),
    Cloudflare.BadRequestError,
    400,
    7001,
  );
  assert.deepEqual(
    errors.map((error) => error.path),
    [['body', 'id'], ['body', 'retry_max_attempts']],
  );
});

await check('get returns the gateway as it was created', async () => {
  assert.deepEqual(await client.aiGateway.get('my-gateway', { account_id }), created);
});

await check('get of an unknown id is a NotFoundError with code 7002', async () => {
  const call = () => client.aiGateway.get('none', { account_id });
  await refused(call, Cloudflare.NotFoundError, 404, 7002);
});

await check('list walks over all pages in order', async () => {
  for (let i = 1; i <= 4; i++) {
    await client.aiGateway.create({ ...settings, id: `more-${i}` });
  }
  const ids = [];
  for await (const gateway of client.aiGateway.list({ account_id, per_page: 2 })) {
    ids.push(gateway.id);
  }
  assert.deepEqual(ids, ['my-gateway', 'more-1', 'more-2', 'more-3', 'more-4']);
});

await check('list searches by id and says how many there are', async () => {
  const page = await client.aiGateway.list({ account_id, search: 'more', per_page: 3 });
  assert.equal(page.result.length, 3);
  assert.deepEqual(page.result_info, {
    count: 3,
    page: 1,
    per_page: 3,
    total_count: 4,
    total_pages: 2,
  });
});

await check('list of a page that can not be is a BadRequestError without a code', async () => {
  const call = () => client.aiGateway.list({ account_id, per_page: 101 });
  await refused(call, Cloudflare.BadRequestError, 400, undefined);
});

await check('update replaces what may be written', async () => {
  const updated = await client.aiGateway.update('my-gateway', { ...settings, cache_ttl: 60 });
  assert.equal(updated.cache_ttl, 60);
  assert.equal(updated.created_at, created.created_at);
  assert.equal('newer_than_the_sdk' in updated, false);
  assert.deepEqual(await client.aiGateway.get('my-gateway', { account_id }), updated);
});

await check('update with null for logpush is a BadRequestError', async () => {
  const call = () => client.aiGateway.update('my-gateway', { ...settings, logpush: null });
  const errors = await refused(call, Cloudflare.BadRequestError, 400, 7001);
  assert.deepEqual(errors[0].path, ['body', 'logpush']);
});

await check('urls.get returns the URL for a provider', async () => {
  const url = await client.aiGateway.urls.get('openai', { account_id, gateway_id: 'my-gateway' });
  assert.equal(url, `https://gateway.ai.cloudflare.com/v1/${account_id}/my-gateway/openai`);
});

await check('delete returns the gateway, and then it is gone', async () => {
  assert.equal((await client.aiGateway.delete('my-gateway', { account_id })).id, 'my-gateway');
  const again = () => client.aiGateway.delete('my-gateway', { account_id });
  await refused(again, Cloudflare.NotFoundError, 404, 7002);
});

await check('a wrong token is an AuthenticationError with code 10000', async () => {
  const stranger = new Cloudflare({ apiToken: 'wrong', baseURL, maxRetries: 0 });
  const call = () => stranger.aiGateway.get('more-1', { account_id });
  await refused(call, Cloudflare.AuthenticationError, 401, 10000);
});

await check('a token that may only read is a PermissionDeniedError for create', async () => {
  const reader = new Cloudflare({
    apiToken: 'fake-api-token-that-may-only-read-000000',
    baseURL,
    maxRetries: 0,
  });
  assert.equal((await reader.aiGateway.get('more-1', { account_id })).id, 'more-1');
  const call = () => reader.aiGateway.create({ ...settings, id: 'mine' });
  await refused(call, Cloudflare.PermissionDeniedError, 403, 10000);
});

await check('e-mail and key open the door too', async () => {
  const owner = new Cloudflare({
    apiEmail: 'someone@example.com',
    apiKey: 'fake0123456789abcdef0123456789abcdef0',
    baseURL,
    maxRetries: 0,
  });
  assert.equal((await owner.aiGateway.get('more-1', { account_id })).id, 'more-1');
});

console.log(`${checks} checks passed.`);
