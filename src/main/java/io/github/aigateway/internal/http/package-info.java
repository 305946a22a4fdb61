/** One attempt: from a described call through Retrofit and OkHttp to its outcome. */
@NullMarked
package io.github.aigateway.internal.http;

import org.jspecify.annotations.NullMarked;
