package io.github.aigateway.specdiff;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of the library, as semantic versioning has them; without what may follow a hyphen. */
record Version(int major, int minor, int patch) implements Comparable<Version> {

  /** What comes before any release. */
  static final Version FIRST = new Version(0, 1, 0);

  private static final Pattern FORM = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)(-.*)?");

  /** Reads a version. Of {@code 1.2.3-SNAPSHOT} it is the 1.2.3 that the snapshot leads to. */
  static Version parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(text + " is no version of the form 1.2.3");
    }
    return new Version(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(3)));
  }

  /**
   * The version that follows a release when something changes. While the major version is 0, the
   * minor one takes its place: it says that something breaks, and the patch that nothing does.
   */
  Version after(Change.Effect effect) {
    if (major == 0) {
      return effect == Change.Effect.BREAKS
          ? new Version(0, minor + 1, 0)
          : new Version(0, minor, patch + 1);
    }
    return switch (effect) {
      case BREAKS -> new Version(major + 1, 0, 0);
      case NEW -> new Version(major, minor + 1, 0);
      case NONE -> new Version(major, minor, patch + 1);
    };
  }

  @Override
  public int compareTo(Version other) {
    return Comparator.comparingInt(Version::major)
        .thenComparingInt(Version::minor)
        .thenComparingInt(Version::patch)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
