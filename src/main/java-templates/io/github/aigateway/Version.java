package io.github.aigateway;

/** The version of this library, filled in by the build. */
final class Version {
  /** A compile-time constant: it survives shrinking, and costs no resource lookup. */
  static final String VERSION = "${project.version}";

  private Version() {}
}
