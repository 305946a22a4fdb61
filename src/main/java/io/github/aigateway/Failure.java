package io.github.aigateway;

import org.jspecify.annotations.Nullable;

/** What all exceptions of this library have. */
record Failure(
    String message,
    @Nullable Throwable cause,
    String operation,
    int attempts,
    boolean mayHaveBeenApplied) {}
