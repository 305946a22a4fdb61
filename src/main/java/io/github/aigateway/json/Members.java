package io.github.aigateway.json;

import org.jspecify.annotations.Nullable;

/** What the getters of models share. */
public final class Members {

  private Members() {}

  /**
   * Returns the value of a required member.
   *
   * @throws IllegalStateException if the answer left it out or sent null
   */
  public static <T> T required(@Nullable T value, String model, String name) {
    if (value == null) {
      throw missing(model, name);
    }
    return value;
  }

  /**
   * Returns the value of a required member that may be null.
   *
   * @throws IllegalStateException if the answer left it out
   */
  public static <T> @Nullable T requiredOrNull(
      @Nullable T value, boolean isNull, String model, String name) {
    if (value == null && !isNull) {
      throw missing(model, name);
    }
    return value;
  }

  private static IllegalStateException missing(String model, String name) {
    return new IllegalStateException(
        "This " + model + " came without the required member '" + name + "'.");
  }
}
