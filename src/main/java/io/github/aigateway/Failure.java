package io.github.aigateway;

import io.github.aigateway.internal.call.Progress;
import io.github.aigateway.internal.http.Subject;
import org.jspecify.annotations.Nullable;

/** What all exceptions of this library have. */
record Failure(String message, @Nullable Throwable cause, Subject subject, Progress progress) {}
