/** The program behind {@code scripts/spec-diff}. */
@NullMarked
package io.github.aigateway.specdiff;

import org.jspecify.annotations.NullMarked;
