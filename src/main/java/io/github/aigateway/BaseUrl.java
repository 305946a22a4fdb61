package io.github.aigateway;

import java.util.Locale;
import okhttp3.HttpUrl;

/** Checks the address of the API. */
final class BaseUrl {

  static final String DEFAULT = "https://api.cloudflare.com/client/v4";

  private BaseUrl() {}

  /**
   * The address with a slash at its end. No message quotes the text: it may hold a password.
   *
   * @param name where the text comes from
   */
  static HttpUrl checked(String text, String name, boolean plainHttpAllowed) {
    HttpUrl url = HttpUrl.parse(text);
    if (url == null) {
      throw new IllegalArgumentException(
          name + " must be an address that begins with https://, such as " + DEFAULT + ".");
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw new IllegalArgumentException(
          name
              + " must not have a user or a password. To authenticate, call apiToken(…) or"
              + " apiKey(…).");
    }
    if (url.query() != null || url.fragment() != null) {
      throw new IllegalArgumentException(
          name + " must not have a query or a fragment: leave out '?' or '#' and what follows.");
    }
    if (!url.isHttps() && !plainHttpAllowed && !isThisMachine(url.host())) {
      throw new IllegalArgumentException(
          name
              + " must be https, since credentials are sent to it, but is http. To use plain http,"
              + " call allowPlainHttp().");
    }
    return url.encodedPath().endsWith("/") ? url : url.newBuilder().addPathSegment("").build();
  }

  private static boolean isThisMachine(String host) {
    return host.toLowerCase(Locale.ROOT).equals("localhost")
        || host.matches("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}")
        || host.equals("::1");
  }
}
