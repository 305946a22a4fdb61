/** One call: its attempts, the waits between them, and what follows each. */
@NullMarked
package io.github.aigateway.internal.call;

import org.jspecify.annotations.NullMarked;
