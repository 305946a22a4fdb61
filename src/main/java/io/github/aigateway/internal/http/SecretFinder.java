package io.github.aigateway.internal.http;

import java.util.Arrays;
import java.util.BitSet;

/** Finds the parts of one secret in a text, in one pass that never goes back. */
final class SecretFinder {

  /** An odd number without a pattern, to multiply hash codes by. */
  private static final long FACTOR = 0x9e3779b97f4a7c15L;

  private final String secret;

  /** How many characters of the secret in a row are to be found wherever they are. */
  private final int part;

  /** How many characters, as they are spelled, are enough if the rest is cut off. */
  private final int shortestStart;

  /**
   * The hash codes of all parts, in order. Two of 64 bits are the same by accident less than once
   * in a million million texts, and then a few innocent characters are hidden.
   */
  private final long[] parts;

  /** What the first character of a part counts in its hash code, when the next one comes. */
  private final long weightOfFirst;

  /** For each length of a start: that of the next shorter start which is the end of it. */
  private final int[] shorter;

  /** A secret in lower case. */
  SecretFinder(String secret, int part, int shortestStart) {
    this.secret = secret;
    this.part = part;
    this.shortestStart = shortestStart;
    long weight = 1;
    for (int i = 0; i < part; i++) {
      weight *= FACTOR;
    }
    weightOfFirst = weight;
    parts = new long[secret.length() - part + 1];
    long hash = 0;
    for (int i = 0; i < secret.length(); i++) {
      hash = moved(hash, secret.charAt(i), i < part ? 0 : secret.charAt(i - part));
      if (i >= part - 1) {
        parts[i - part + 1] = hash;
      }
    }
    Arrays.sort(parts);
    shorter = new int[secret.length() + 1];
    int start = 0;
    for (int i = 1; i < secret.length(); i++) {
      start = longestStart(start, secret.charAt(i));
      shorter[i + 1] = start;
    }
  }

  private long moved(long hash, char next, int gone) {
    return hash * FACTOR + next - gone * weightOfFirst;
  }

  /** The longest start that a text ends with after this character, if it was this one before. */
  private int longestStart(int start, char next) {
    int longest = start;
    while (longest > 0 && (longest == secret.length() || secret.charAt(longest) != next)) {
      longest = shorter[longest];
    }
    return secret.charAt(longest) == next ? longest + 1 : longest;
  }

  /** Marks, by their places in the original, the characters that are part of the secret. */
  void mark(UnescapedText text, BitSet marked) {
    int done = 0;
    int start = 0;
    long hash = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean cut = text.isCut(i) && (i == 0 || text.charAt(i - 1) != UnescapedText.CUT_ESCAPE);
      if (cut && spelled(text, i - start, i) >= shortestStart) {
        done = mark(text, Math.max(done, i - start), i, marked);
      }
      if (i < text.length()) {
        char c = text.charAt(i);
        start = longestStart(start, c);
        hash = moved(hash, c, i < part ? 0 : text.charAt(i - part));
        if (i >= part - 1 && Arrays.binarySearch(parts, hash) >= 0) {
          done = mark(text, Math.max(done, i + 1 - part), i + 1, marked);
        }
      }
    }
  }

  /** How many characters these are in the original, and with what is left of an escape. */
  private static int spelled(UnescapedText text, int from, int to) {
    return text.start(endOfEscape(text, to)) - text.start(from);
  }

  /** Marks from one place to another, and what is left of an escape behind it. */
  private static int mark(UnescapedText text, int from, int to, BitSet marked) {
    marked.set(text.start(from), text.start(endOfEscape(text, to)));
    return to;
  }

  private static int endOfEscape(UnescapedText text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) == UnescapedText.CUT_ESCAPE) {
      end++;
    }
    return end;
  }
}
