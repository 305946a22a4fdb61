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

  /**
   * Authenticates with a token.
   *
   * @param name what the caller calls it
   */
  public static Credentials token(String token, String name) {
    String header = bearer(CredentialRules.token(token, name));
    return new Credentials(Map.of(AUTHORIZATION, header), null);
  }

  /** Authenticates with the token that is supplied for each attempt. */
  public static Credentials token(Supplier<String> supplier) {
    return new Credentials(Map.of(), supplier);
  }

  /**
   * Authenticates with an email and a key.
   *
   * @param emailName what the caller calls the email
   * @param keyName what the caller calls the key
   */
  public static Credentials key(String email, String emailName, String key, String keyName) {
    return new Credentials(
        Map.of(
            EMAIL, CredentialRules.email(email, emailName), KEY, CredentialRules.key(key, keyName)),
        null);
  }

  /** Sets these credentials, and removes any others. */
  Request.Builder applyTo(Request.Builder request) throws NoCredentialsException {
    remove(request);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      request.header(header.getKey(), header.getValue());
    }
    return supplier == null ? request : request.header(AUTHORIZATION, supplied(supplier));
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

  private static String supplied(Supplier<String> supplier) throws NoCredentialsException {
    try {
      return bearer(CredentialRules.token(get(supplier), "The supplied API token"));
    } catch (IllegalArgumentException | NullPointerException wrong) {
      throw new NoCredentialsException(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private static String get(Supplier<String> supplier) throws NoCredentialsException {
    try {
      return supplier.get();
    } catch (Exception failed) {
      if (failed instanceof InterruptedException) {
        // Code in Kotlin need not declare it.
        Thread.currentThread().interrupt();
      }
      // Its message may hold a secret: it is for the cause alone.
      String type = failed.getClass().getSimpleName();
      throw new NoCredentialsException("the supplier of the token failed with " + type, failed);
    }
  }

  private static String bearer(String token) {
    return "Bearer " + token;
  }
}
