package io.github.aigateway;

import io.github.aigateway.internal.http.Credentials;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What environment variables say. A blank one counts as missing. */
final class Environment {

  static final String ACCOUNT_ID = "CLOUDFLARE_ACCOUNT_ID";
  static final String BASE_URL = "CLOUDFLARE_BASE_URL";
  private static final String API_TOKEN = "CLOUDFLARE_API_TOKEN";
  private static final String API_KEY = "CLOUDFLARE_API_KEY";
  private static final String EMAIL = "CLOUDFLARE_EMAIL";

  private final UnaryOperator<@Nullable String> variables;

  Environment(UnaryOperator<@Nullable String> variables) {
    this.variables = variables;
  }

  @Nullable String variable(String name) {
    String value = variables.apply(name);
    return value == null || value.isBlank() ? null : value;
  }

  /**
   * The credentials.
   *
   * @throws IllegalStateException if there are none, half of them, or two ways to authenticate
   * @throws IllegalArgumentException if they cannot be used
   */
  Credentials credentials() {
    String apiToken = variable(API_TOKEN);
    String apiKey = variable(API_KEY);
    String email = variable(EMAIL);
    if (apiToken != null && apiKey != null) {
      throw new IllegalStateException(
          "There are two ways to authenticate: set either CLOUDFLARE_API_TOKEN or"
              + " CLOUDFLARE_API_KEY with CLOUDFLARE_EMAIL, not both.");
    }
    if (apiToken != null) {
      return Credentials.token(apiToken, API_TOKEN);
    }
    if (apiKey != null && email != null) {
      return Credentials.key(email, EMAIL, apiKey, API_KEY);
    }
    if (apiKey != null || email != null) {
      throw new IllegalStateException(
          "Half of the credentials is missing: CLOUDFLARE_API_KEY and CLOUDFLARE_EMAIL belong"
              + " together. Set both, or CLOUDFLARE_API_TOKEN alone.");
    }
    throw new IllegalStateException(
        "There are no credentials: call apiToken(…) or apiKey(…), or set CLOUDFLARE_API_TOKEN, or"
            + " CLOUDFLARE_API_KEY with CLOUDFLARE_EMAIL.");
  }
}
