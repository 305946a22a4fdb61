package io.github.aigateway.internal.http;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Takes credentials out of a text: a server may send back what it was sent, or a part of it. The
 * work grows with the text, whatever is in it, and not with the credentials. Thread-safe.
 */
final class Redactor {

  /** A shorter text is no credential, and may be part of any word. */
  private static final int SHORTEST = 4;

  /** So many characters of a token or key are enough to be worth hiding. */
  private static final int PART = 12;

  private static final String REDACTED = "***";

  private final List<Request> requests;

  /** Made when a text comes: most calls have none. */
  private @Nullable List<SecretFinder> finders;

  /** Knows what these requests authenticate themselves with. */
  Redactor(List<Request> requests) {
    this.requests = requests;
  }

  /**
   * Whether a short text without escapes has no part of a credential in it. It takes a fraction of
   * the time and none of the memory that looking for credentials does.
   */
  boolean isPlainlyFreeOf(String text) {
    boolean free = text.indexOf('%') < 0 && text.indexOf('\\') < 0;
    for (Request request : requests) {
      free =
          free
              && !shares(text, token(request))
              && !shares(text, request.header("X-Auth-Key"))
              && !shares(text, request.header("X-Auth-Email"));
    }
    return free;
  }

  private static @Nullable String token(Request request) {
    String header = request.header("Authorization");
    return header != null && header.startsWith("Bearer ") ? header.substring(7) : header;
  }

  private static boolean shares(String text, @Nullable String secret) {
    if (secret == null) {
      return false;
    }
    int part = Math.min(PART, secret.length());
    for (int i = 0; i <= text.length() - part; i++) {
      for (int j = 0; j <= secret.length() - part; j++) {
        if (secret.regionMatches(true, j, text, i, part)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The text with {@code ***} in place of each part of a credential. */
  String redact(CharSequence text) {
    BitSet masked = masked(text);
    if (masked.isEmpty()) {
      return text.toString();
    }
    StringBuilder redacted = new StringBuilder();
    int from = 0;
    for (int at = masked.nextSetBit(0); at >= 0; at = masked.nextSetBit(from)) {
      redacted.append(text, from, at).append(REDACTED);
      from = masked.nextClearBit(at);
    }
    return redacted.append(text, from, text.length()).toString();
  }

  /** Whether the failure, or anything that it leads to, says a part of a credential. */
  boolean isQuotedBy(@Nullable Throwable failure) {
    return Causes.any(failure, this::isSaidBy);
  }

  private boolean isSaidBy(Throwable failure) {
    try {
      String message = failure.getMessage();
      return isIn(String.valueOf(message)) || isIn(String.valueOf(failure.toString()));
    } catch (RuntimeException | StackOverflowError nobodyKnowsWhatItSays) {
      return true;
    }
  }

  private boolean isIn(String text) {
    return !masked(text).isEmpty();
  }

  /** The places of all characters that must not be seen. */
  private BitSet masked(CharSequence text) {
    BitSet masked = new BitSet();
    if (text.length() >= SHORTEST && !finders().isEmpty()) {
      for (UnescapedText reading : UnescapedText.readings(text)) {
        for (SecretFinder finder : finders()) {
          finder.mark(reading, masked);
        }
      }
    }
    return masked;
  }

  private List<SecretFinder> finders() {
    List<SecretFinder> made = finders;
    if (made == null) {
      List<SecretFinder> found = new ArrayList<>();
      for (Request request : requests) {
        add(token(request), PART, found);
        add(request.header("X-Auth-Key"), PART, found);
        // Parts of an email are the names of people and hosts.
        add(request.header("X-Auth-Email"), Integer.MAX_VALUE, found);
      }
      made = List.copyOf(found);
      finders = made;
    }
    return made;
  }

  private static void add(@Nullable String value, int part, List<SecretFinder> found) {
    if (value == null) {
      return;
    }
    // What is an escape by chance is resolved in the text, so it is sought that way, too.
    Set<String> secrets = new TreeSet<>();
    for (UnescapedText reading : UnescapedText.readings(value)) {
      secrets.add(reading.toString());
    }
    for (String secret : secrets) {
      if (secret.length() >= SHORTEST) {
        found.add(new SecretFinder(secret, Math.min(part, secret.length()), SHORTEST));
      }
    }
  }
}
