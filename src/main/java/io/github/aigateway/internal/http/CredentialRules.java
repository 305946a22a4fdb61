package io.github.aigateway.internal.http;

/** Checks credentials, and says what to do. No message quotes any part of them. */
final class CredentialRules {

  private static final String SCHEME = "Bearer ";

  private static final String IS_IT_SET =
      ": is the environment variable or property that it is read from set?";

  private CredentialRules() {}

  /** Checks an API token. */
  static String token(String token, String name) {
    requireGiven(token, name);
    if (token.stripLeading().regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new IllegalArgumentException(
          name + " must be the token alone: leave out 'Bearer ', which the client adds.");
    }
    return visible(token, name);
  }

  /** Checks an API key. */
  static String key(String key, String name) {
    requireGiven(key, name);
    return visible(key, name);
  }

  /** Checks an email address, which may be a key by mistake. */
  static String email(String email, String name) {
    requireGiven(email, name);
    if (email.indexOf('@') < 0) {
      throw new IllegalArgumentException(
          name + " must be an email address with an @. Is it swapped with the API key?");
    }
    return visible(email, name);
  }

  private static void requireGiven(String text, String name) {
    if (text == null) {
      throw new NullPointerException(name + " is null" + IS_IT_SET);
    }
    if (text.isBlank()) {
      throw new IllegalArgumentException(name + " must not be blank" + IS_IT_SET);
    }
  }

  private static String visible(String text, String name) {
    int odd = firstOdd(text);
    if (odd == text.length()) {
      return text;
    }
    String stripped = text.strip();
    if (firstOdd(stripped) < stripped.length()) {
      throw new IllegalArgumentException(
          name
              + " must be visible ASCII characters, but has "
              + HeaderText.described(text, odd)
              + ". Copy it again.");
    }
    boolean lineEnds = text.endsWith("\n") || text.endsWith("\r");
    throw new IllegalArgumentException(
        name
            + (lineEnds
                ? " must not end with a line break, as the text of a file does."
                : " must not have blanks or line breaks around it.")
            + " Remove it, for example with strip().");
  }

  private static int firstOdd(String text) {
    int index = 0;
    while (index < text.length() && HeaderText.isVisible(text.charAt(index))) {
      index++;
    }
    return index;
  }
}
