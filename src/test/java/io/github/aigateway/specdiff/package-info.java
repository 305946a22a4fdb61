/** The program behind {@code scripts/spec-diff}, and its tests. */
@NullMarked
package io.github.aigateway.specdiff;

import org.jspecify.annotations.NullMarked;
