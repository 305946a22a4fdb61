package io.github.aigateway.internal.json.reader;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Keeps recent member names, and values of enums, so that the objects of a list share them. Limited
 * in size; a name that is not there is made.
 */
final class NameCache {

  private static final int SLOTS = 1024;

  /** How many slots a name may be in. */
  private static final int WAYS = 4;

  /** Longer names are not kept. */
  private static final int MAX_LENGTH = 64;

  /** Written without a lock: at worst a name is made twice. */
  private static final @Nullable Entry[] ENTRIES = new @Nullable Entry[SLOTS];

  private static int victim;

  private NameCache() {}

  /** The name that these ASCII characters spell. */
  static String name(byte[] bytes, int from, int length) {
    if (length > MAX_LENGTH) {
      return text(bytes, from, length);
    }
    int hash = length;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + bytes[i];
    }
    int home = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    for (int i = 0; i < WAYS; i++) {
      Entry entry = ENTRIES[home ^ i];
      if (entry == null) {
        // Interned: the same object as the literal in our code, so they compare at once. That is
        // slow, so only for a free slot.
        return put(home ^ i, bytes, from, length, text(bytes, from, length).intern());
      }
      if (entry.spells(bytes, from, length)) {
        return entry.name;
      }
    }
    // Each slot in turn, so that old names make room in the end.
    victim++;
    return put(home ^ (victim & (WAYS - 1)), bytes, from, length, text(bytes, from, length));
  }

  private static String put(int slot, byte[] bytes, int from, int length, String name) {
    ENTRIES[slot] = new Entry(Arrays.copyOfRange(bytes, from, from + length), name);
    return name;
  }

  private static String text(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
  }

  private static final class Entry {
    final byte[] spelling;
    final String name;

    Entry(byte[] spelling, String name) {
      this.spelling = spelling;
      this.name = name;
    }

    boolean spells(byte[] bytes, int from, int length) {
      return Arrays.equals(spelling, 0, spelling.length, bytes, from, from + length);
    }
  }
}
