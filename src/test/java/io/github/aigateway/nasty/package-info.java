/** Tests of the generator templates, most of them on documents that are odd on purpose. */
@NullMarked
package io.github.aigateway.nasty;

import org.jspecify.annotations.NullMarked;
