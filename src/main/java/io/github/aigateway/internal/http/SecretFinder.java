package io.github.aigateway.internal.http;

import java.util.Arrays;
import java.util.BitSet;

/** Finds the parts of one secret in a text, in one pass. */
final class SecretFinder {

  /** Hash codes are multiplied by it: an odd number without a pattern. */
  private static final long FACTOR = 0x9e3779b97f4a7c15L;

  private final String secret;

  /** The length of a part: this many characters in a row are found anywhere. */
  private final int part;

  /** This many characters of its start are found if the rest is cut off. */
  private final int shortestStart;

  /**
   * The hash codes of all parts, sorted. A false match is rarer than one in a million million
   * texts; then a few other characters are masked.
   */
  private final long[] parts;

  /** The weight of a part's first character in the hash code when the next one is added. */
  private final long weightOfFirst;

  /** For each start of the secret, by length: the next shorter start that it ends with. */
  private final int[] shorter;

  /** Makes a finder of a secret in lower case. */
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
      hash = rolled(hash, secret.charAt(i), i < part ? 0 : secret.charAt(i - part));
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

  private long rolled(long hash, char next, int gone) {
    return hash * FACTOR + next - gone * weightOfFirst;
  }

  /** The longest start that a text ends with after {@code next}, if it was {@code start} before. */
  private int longestStart(int start, char next) {
    int longest = start;
    while (longest > 0 && (longest == secret.length() || secret.charAt(longest) != next)) {
      longest = shorter[longest];
    }
    return secret.charAt(longest) == next ? longest + 1 : longest;
  }

  /** Marks the characters of the original that are part of the secret. */
  void mark(UnescapedText text, BitSet marked) {
    int done = 0;
    int start = 0;
    long hash = 0;
    for (int i = 0; i <= text.length(); i++) {
      boolean cut = text.isCut(i) && (i == 0 || text.charAt(i - 1) != UnescapedText.CUT_ESCAPE);
      if (cut && lengthInOriginal(text, i - start, i) >= shortestStart) {
        done = mark(text, Math.max(done, i - start), i, marked);
      }
      if (i < text.length()) {
        char c = text.charAt(i);
        start = longestStart(start, c);
        hash = rolled(hash, c, i < part ? 0 : text.charAt(i - part));
        if (i >= part - 1 && Arrays.binarySearch(parts, hash) >= 0) {
          done = mark(text, Math.max(done, i + 1 - part), i + 1, marked);
        }
      }
    }
  }

  /** The length of a range in the original, with the rest of an escape behind it. */
  private static int lengthInOriginal(UnescapedText text, int from, int to) {
    return text.start(endOfEscape(text, to)) - text.start(from);
  }

  /** Marks a range, and the rest of an escape behind it. */
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
