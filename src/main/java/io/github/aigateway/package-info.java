/** The client: everything a user calls. */
@NullMarked
package io.github.aigateway;

import org.jspecify.annotations.NullMarked;
