/** Reads JSON from bytes, in place of Gson's own reader. */
@NullMarked
package io.github.aigateway.internal.json.reader;

import org.jspecify.annotations.NullMarked;
