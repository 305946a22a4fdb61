/**
 * An in-memory AI Gateway API for tests: {@link io.github.aigateway.testing.FakeAiGateway}
 * responses like Cloudflare's, over a real socket on the loopback interface, and fails on demand.
 *
 * <p>It needs {@code mockwebserver} (in the version of OkHttp that is used), Gson and JSpecify on
 * the class path, and nothing of the client library.
 */
@NullMarked
package io.github.aigateway.testing;

import org.jspecify.annotations.NullMarked;
