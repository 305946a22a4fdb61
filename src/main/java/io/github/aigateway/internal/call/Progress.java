package io.github.aigateway.internal.call;

import java.time.Duration;

/**
 * How far a call has come after its last attempt.
 *
 * @param attempts how many attempts there were
 * @param mayHaveBeenApplied whether the server may have made the change in any of them
 * @param timeLeft the time left for the call; zero or negative if it is over
 */
public record Progress(int attempts, boolean mayHaveBeenApplied, Duration timeLeft) {}
