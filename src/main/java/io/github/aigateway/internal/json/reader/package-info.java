/** Reads JSON from bytes. The one part that stands in for Gson's own reader. */
@NullMarked
package io.github.aigateway.internal.json.reader;

import org.jspecify.annotations.NullMarked;
