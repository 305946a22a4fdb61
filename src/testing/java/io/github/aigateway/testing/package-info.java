/**
 * An in-memory AI Gateway API for tests: {@link io.github.aigateway.testing.FakeAiGateway} responds
 * like Cloudflare's, over a real socket on the loopback interface, and fails on demand.
 *
 * <p>It needs {@code mockwebserver} on the class path, in the version of OkHttp that is used.
 */
@NullMarked
package io.github.aigateway.testing;

import org.jspecify.annotations.NullMarked;
