/**
 * What the generated models stand on: reading, writing, checking and printing JSON members. Not
 * exported.
 */
@NullMarked
package io.github.aigateway.internal.json;

import org.jspecify.annotations.NullMarked;
