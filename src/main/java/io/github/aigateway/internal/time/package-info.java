/** The clock of a client, and the library's own threads. */
@NullMarked
package io.github.aigateway.internal.time;

import org.jspecify.annotations.NullMarked;
