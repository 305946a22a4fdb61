package io.github.aigateway.internal.http;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the response to a failed call, without credentials.
 *
 * @param status the HTTP status
 * @param requestId the id under which Cloudflare's support finds the request
 * @param retryAfter the wait that the response asks for
 * @param body the head of the body, as text
 */
public record Evidence(
    int status, @Nullable String requestId, @Nullable Duration retryAfter, String body)
    implements Serializable {}
