package io.github.aigateway.internal.http;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import retrofit2.Retrofit;

/** Marks a request: a response that says {@code "success": false} is a refusal. */
enum SuccessRequired {
  YES;

  /** The same, for calls whose requests are marked. */
  static Retrofit forCallsOf(Retrofit retrofit) {
    return retrofit
        .newBuilder()
        .callFactory(
            request ->
                retrofit
                    .callFactory()
                    .newCall(request.newBuilder().tag(SuccessRequired.class, YES).build()))
        .build();
  }

  /**
   * Whether a response says {@code "success": false}. Reads it to its end, since a converter need
   * not read all, and leaves it to be read again.
   */
  static boolean isDeniedBy(Response response) throws IOException {
    ResponseBody body = response.body();
    if (body == null || !response.isSuccessful()) {
      return false;
    }
    BufferedSource source = body.source();
    try {
      source.request(Long.MAX_VALUE);
    } catch (IOException unusable) {
      body.close();
      throw unusable;
    }
    return ErrorBody.decode(
            new InputStreamReader(source.peek().inputStream(), StandardCharsets.UTF_8))
        .saysFailure();
  }
}
