/** The check of the OpenAPI document, as the build runs it before it generates. */
@NullMarked
package io.github.aigateway.document;

import org.jspecify.annotations.NullMarked;
