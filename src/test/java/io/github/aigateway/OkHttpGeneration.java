package io.github.aigateway;

import okhttp3.OkHttp;

/** Which OkHttp the tests run with. The compiler would write its own version's number here. */
final class OkHttpGeneration {

  private OkHttpGeneration() {}

  static boolean isFour() {
    try {
      return OkHttp.class.getField("VERSION").get(null).toString().startsWith("4.");
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(impossible.getMessage(), impossible);
    }
  }
}
