/** Time as a client knows it, and the threads on which things end. */
@NullMarked
package io.github.aigateway.internal.time;

import org.jspecify.annotations.NullMarked;
