/** Reads, writes, checks and prints the JSON of the generated models. */
@NullMarked
package io.github.aigateway.internal.json;

import org.jspecify.annotations.NullMarked;
