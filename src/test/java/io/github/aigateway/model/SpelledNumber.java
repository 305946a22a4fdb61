package io.github.aigateway.model;

import org.jspecify.annotations.Nullable;

/** A number of a caller's class: its text is anything. */
final class SpelledNumber extends Number {
  private static final long serialVersionUID = 1L;
  private final @Nullable String text;

  SpelledNumber(@Nullable String text) {
    this.text = text;
  }

  @Override
  public int intValue() {
    return 0;
  }

  @Override
  public long longValue() {
    return 0;
  }

  @Override
  public float floatValue() {
    return 0;
  }

  @Override
  public double doubleValue() {
    return 0;
  }

  @Override
  public @Nullable String toString() {
    return text;
  }
}
