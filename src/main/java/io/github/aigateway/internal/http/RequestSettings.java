package io.github.aigateway.internal.http;

import java.time.Duration;
import java.util.Map;

/** What the requests of some calls have besides what their operation says. */
public record RequestSettings(
    Duration connectTimeout, Map<String, String> headers, Map<String, String> query) {}
