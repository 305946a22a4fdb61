package io.github.aigateway.internal.http;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** One way to authenticate. Never prints what it holds. */
public final class Credentials {

  private static final String AUTHORIZATION = "Authorization";
  private static final String EMAIL = "X-Auth-Email";
  private static final String KEY = "X-Auth-Key";

  private final Map<String, String> headers;

  /** Supplies a token for each attempt; null if the headers are complete. */
  private final @Nullable Supplier<String> supplier;

  private Credentials(Map<String, String> headers, @Nullable Supplier<String> supplier) {
    this.headers = headers;
    this.supplier = supplier;
  }

  /** Authenticates with a token. */
  public static Credentials token(String token) {
    return new Credentials(Map.of(AUTHORIZATION, bearer(checked(token, "apiToken"))), null);
  }

  /** Authenticates with the token that is supplied for each attempt. */
  public static Credentials token(Supplier<String> supplier) {
    return new Credentials(Map.of(), supplier);
  }

  /** Authenticates with an email and a key. */
  public static Credentials key(String email, String key) {
    return new Credentials(Map.of(EMAIL, checked(email, "email"), KEY, checked(key, "key")), null);
  }

  /** Sets these credentials, and removes any others. */
  Request.Builder applyTo(Request.Builder request) {
    remove(request);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      request.header(header.getKey(), header.getValue());
    }
    return supplier == null
        ? request
        : request.header(AUTHORIZATION, bearer(checked(supplier.get(), "The supplied API token")));
  }

  /** Whether a request has credentials. */
  public static boolean areIn(Request request) {
    return request.header(AUTHORIZATION) != null
        || request.header(EMAIL) != null
        || request.header(KEY) != null;
  }

  /** Whether two requests have the same credentials. */
  static boolean areSame(Request one, Request other) {
    return Objects.equals(one.header(AUTHORIZATION), other.header(AUTHORIZATION))
        && Objects.equals(one.header(KEY), other.header(KEY))
        && Objects.equals(one.header(EMAIL), other.header(EMAIL));
  }

  /** The request without credentials. */
  static Request removeFrom(Request request) {
    return remove(request.newBuilder()).build();
  }

  private static Request.Builder remove(Request.Builder request) {
    return request.removeHeader(AUTHORIZATION).removeHeader(EMAIL).removeHeader(KEY);
  }

  private static String bearer(String token) {
    return "Bearer " + token;
  }

  private static String checked(String secret, String name) {
    Objects.requireNonNull(secret, name);
    boolean visible = !secret.isEmpty();
    for (int i = 0; i < secret.length(); i++) {
      visible &= secret.charAt(i) > ' ' && secret.charAt(i) <= '~';
    }
    if (!visible) {
      throw new IllegalArgumentException(
          name + " must be visible ASCII characters without blanks or line breaks.");
    }
    return secret;
  }
}
