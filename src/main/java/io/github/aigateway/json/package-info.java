/** What is thrown if JSON does not fit a model. */
@NullMarked
package io.github.aigateway.json;

import org.jspecify.annotations.NullMarked;
