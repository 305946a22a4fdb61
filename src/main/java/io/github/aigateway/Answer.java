package io.github.aigateway;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The evidence that a failed call keeps of the answer it got. */
record Answer(
    int status,
    @Nullable String requestId,
    @Nullable Duration retryAfter,
    @Nullable RateLimit rateLimit,
    String body)
    implements Serializable {}
