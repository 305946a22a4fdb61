package io.github.aigateway.internal.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a call, or one request of it, has come after its last attempt.
 *
 * @param attempts how many attempts there were
 * @param mayHaveBeenApplied whether the server may have made the change in any of them
 * @param timeLeft the time left for the call; zero or negative if it is over
 * @param gaveUp why a retry that might help is not made; null if there is no such retry
 */
public record Progress(
    int attempts, boolean mayHaveBeenApplied, Duration timeLeft, @Nullable String gaveUp) {}
