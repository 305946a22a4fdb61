package io.github.aigateway.internal.http;

import java.time.Duration;
import java.util.Map;

/** The settings of a request that do not depend on its operation. */
public record RequestSettings(
    Duration connectTimeout, Map<String, String> headers, Map<String, String> query) {}
