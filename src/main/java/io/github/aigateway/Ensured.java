package io.github.aigateway;

import io.github.aigateway.model.Gateway;

/**
 * What {@link Gateways#ensure Gateways.ensure} found or made.
 *
 * @param gateway the gateway as it is now
 * @param change what was done
 */
public record Ensured(Gateway gateway, Change change) {

  /** What was done. */
  public enum Change {
    /**
     * The gateway was created. If the response to the create was lost, somebody else may have
     * created it at the same time.
     */
    CREATED,
    /** The gateway was there, and was updated; a log line at WARNING says if the API did less. */
    UPDATED,
    /** The gateway was there as wanted; nothing was changed. */
    UNCHANGED
  }
}
