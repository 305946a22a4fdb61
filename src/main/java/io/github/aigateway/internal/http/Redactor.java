package io.github.aigateway.internal.http;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Masks credentials in a text: a server may send back all or part of what it got. The time depends
 * on the length of the text only. Thread-safe.
 */
final class Redactor {

  /** Shorter texts are not masked: they may be part of any word. */
  private static final int SHORTEST = 4;

  /** This many characters of a token or key in a row are masked. */
  private static final int PART = 12;

  /**
   * Longer texts are not compared part by part: the time grows with the product of both lengths.
   */
  private static final int SHORT_TEXT = 64;

  private static final int SHORT_SECRET = 256;

  private static final String REDACTED = "***";

  private final List<Request> requests;

  /** Made when needed: most calls have no text to mask. */
  private @Nullable List<SecretFinder> finders;

  /** Makes a redactor of the credentials of these requests. */
  Redactor(List<Request> requests) {
    this.requests = requests;
  }

  /**
   * Whether a text surely has no twelve characters in a row of a credential, nor all of a shorter
   * one. False also if it has escapes, or if one of both is long. Much faster than {@link #redact},
   * and without its memory.
   */
  boolean hasSurelyNoPartIn(String text) {
    boolean free = text.length() <= SHORT_TEXT && text.indexOf('%') < 0 && text.indexOf('\\') < 0;
    for (Request request : requests) {
      free =
          free
              && !shareAPart(text, token(request))
              && !shareAPart(text, request.header("X-Auth-Key"))
              && !shareAPart(text, request.header("X-Auth-Email"));
    }
    return free;
  }

  private static @Nullable String token(Request request) {
    String header = request.header("Authorization");
    return header != null && header.startsWith("Bearer ") ? header.substring(7) : header;
  }

  private static boolean shareAPart(String text, @Nullable String secret) {
    if (secret == null || secret.length() > SHORT_SECRET) {
      return secret != null;
    }
    int part = Math.min(PART, secret.length());
    for (int i = 0; i <= text.length() - part; i++) {
      for (int j = 0; j <= secret.length() - part; j++) {
        int length = 0;
        while (length < part && areAlike(text.charAt(i + length), secret.charAt(j + length))) {
          length++;
        }
        if (length == part) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether two characters are equal, apart from the bit that tells small ASCII letters from
   * capitals. A few other pairs are alike, too: then {@link #redact} decides. With {@link
   * String#regionMatches}, a call took a twentieth more CPU.
   */
  private static boolean areAlike(char one, char other) {
    return (one | 0x20) == (other | 0x20);
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

  /** Whether the failure, or any of its causes, quotes a part of a credential. */
  boolean isQuotedBy(@Nullable Throwable failure) {
    return Causes.any(failure, this::isInTextOf);
  }

  private boolean isInTextOf(Throwable failure) {
    try {
      String message = failure.getMessage();
      return isIn(String.valueOf(message)) || isIn(String.valueOf(failure.toString()));
    } catch (RuntimeException | StackOverflowError messageUnknown) {
      return true;
    }
  }

  private boolean isIn(String text) {
    return !masked(text).isEmpty();
  }

  /** The places of all characters to mask. */
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
        // Only the whole email: its parts are names of people and hosts.
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
    // A server may resolve what looks like an escape in a secret. So look for that, too.
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
