package io.github.aigateway.internal.call;

import java.time.Duration;

/**
 * How far a call has come after its last attempt.
 *
 * @param attempts how many attempts there were
 * @param mayHaveBeenApplied whether the server may have made the change, by any of them
 * @param timeLeft what is left of the time for the call; not positive if it is over
 */
public record Progress(int attempts, boolean mayHaveBeenApplied, Duration timeLeft) {}
