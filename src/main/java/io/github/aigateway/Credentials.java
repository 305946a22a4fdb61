package io.github.aigateway;

import java.util.Objects;
import java.util.function.Supplier;
import okhttp3.Request;

/** One way to authenticate. Never prints what it holds. */
abstract sealed class Credentials {

  /** Adds this way, and takes out any other. */
  final Request.Builder applyTo(Request.Builder request) {
    remove(request);
    add(request);
    return request;
  }

  /** Whether a request authenticates itself. */
  static boolean areIn(Request request) {
    return request.header("Authorization") != null
        || request.header("X-Auth-Email") != null
        || request.header("X-Auth-Key") != null;
  }

  /** The request without credentials. */
  static Request removeFrom(Request request) {
    return remove(request.newBuilder()).build();
  }

  private static Request.Builder remove(Request.Builder request) {
    return request
        .removeHeader("Authorization")
        .removeHeader("X-Auth-Email")
        .removeHeader("X-Auth-Key");
  }

  abstract void add(Request.Builder request);

  static Credentials token(String token) {
    String checked = checked(token, "apiToken");
    String header = bearer(checked);
    return new Token(() -> header);
  }

  static Credentials token(Supplier<String> supplier) {
    return new Token(() -> bearer(checked(supplier.get(), "The supplied API token")));
  }

  static Credentials key(String email, String key) {
    return new Key(checked(email, "email"), checked(key, "key"));
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

  private static final class Token extends Credentials {
    private final Supplier<String> header;

    Token(Supplier<String> header) {
      this.header = header;
    }

    @Override
    void add(Request.Builder request) {
      request.header("Authorization", header.get());
    }
  }

  private static final class Key extends Credentials {
    private final String email;
    private final String key;

    Key(String email, String key) {
      this.email = email;
      this.key = key;
    }

    @Override
    void add(Request.Builder request) {
      request.header("X-Auth-Email", email).header("X-Auth-Key", key);
    }
  }
}
