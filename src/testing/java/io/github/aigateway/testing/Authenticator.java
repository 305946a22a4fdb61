package io.github.aigateway.testing;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides whether a request's credentials let it through, as Cloudflare's front door does. */
final class Authenticator {
  private static final String SCHEME = "Bearer ";
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]+");
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

  private final String token;
  private final String readOnlyToken;
  private final String email;
  private final String key;
  private final Set<String> accounts;
  private final boolean anyAccount;

  Authenticator(
      String token,
      String readOnlyToken,
      String email,
      String key,
      Set<String> accounts,
      boolean anyAccount) {
    this.token = token;
    this.readOnlyToken = readOnlyToken;
    this.email = email;
    this.key = key;
    this.accounts = Set.copyOf(accounts);
    this.anyAccount = anyAccount;
  }

  static boolean isToken(String text) {
    return TOKEN.matcher(text).matches();
  }

  static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }

  static boolean isEmail(String text) {
    return EMAIL.matcher(text).matches();
  }

  /** Returns the refusal of a request, or nothing if it may pass. */
  Optional<FakeResponse> refusal(ReceivedRequest request, Route route) {
    String authorization = request.header("Authorization");
    String sentEmail = request.header("X-Auth-Email");
    String sentKey = request.header("X-Auth-Key");
    if (authorization == null && sentEmail == null && sentKey == null) {
      return Optional.of(authenticationError(401));
    }
    if (authorization != null) {
      if (sentEmail != null || sentKey != null) {
        return Optional.of(malformed(6111, "Authorization header beside X-Auth-Key"));
      }
      return authorization.startsWith(SCHEME) && isToken(authorization.substring(SCHEME.length()))
          ? forToken(authorization.substring(SCHEME.length()), route)
          : Optional.of(malformed(6111, "Invalid format for Authorization header"));
    }
    return forKey(sentEmail, sentKey, route);
  }

  private Optional<FakeResponse> forToken(String sent, Route route) {
    if (sent.equals(readOnlyToken)) {
      return route.operation().isReadOnly()
          ? forAccount(route)
          : Optional.of(authenticationError(403));
    }
    return sent.equals(token) ? forAccount(route) : Optional.of(authenticationError(401));
  }

  private Optional<FakeResponse> forKey(
      @Nullable String sentEmail, @Nullable String sentKey, Route route) {
    if (sentKey == null || !isKey(sentKey)) {
      return Optional.of(malformed(6103, "Invalid format for X-Auth-Key header"));
    }
    if (sentEmail == null || !isEmail(sentEmail)) {
      return Optional.of(malformed(6102, "Invalid format for X-Auth-Email header"));
    }
    boolean known = sentEmail.equals(email) && sentKey.equals(key);
    return known ? forAccount(route) : Optional.of(authenticationError(401));
  }

  private Optional<FakeResponse> forAccount(Route route) {
    boolean known = anyAccount || accounts.contains(route.account());
    return known ? Optional.empty() : Optional.of(authenticationError(403));
  }

  private static FakeResponse authenticationError(int status) {
    Problem problem = Problem.of(EnvelopeJson.AUTHENTICATION, "Authentication error");
    return EnvelopeJson.frontDoor(status, List.of(problem));
  }

  private static FakeResponse malformed(int code, String message) {
    Problem problem =
        Problem.of(6003, "Invalid request headers").causedBy(Problem.of(code, message));
    return EnvelopeJson.frontDoor(400, List.of(problem));
  }
}
