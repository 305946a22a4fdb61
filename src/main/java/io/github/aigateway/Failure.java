package io.github.aigateway;

import org.jspecify.annotations.Nullable;

/** What every failed call says of itself. */
record Failure(
    String message,
    @Nullable Throwable cause,
    String operation,
    int attempts,
    boolean mayHaveBeenApplied) {}
