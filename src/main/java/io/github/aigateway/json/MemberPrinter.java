package io.github.aigateway.json;

import org.jspecify.annotations.Nullable;

/** Prints a model for people: members that are there, secrets as {@code ***}. */
public final class MemberPrinter {

  /** Stands for a secret. */
  public static final String SECRET = "***";

  private final StringBuilder text;
  private String separator = "{";

  /** Starts the text of a model. */
  public MemberPrinter(String model) {
    this.text = new StringBuilder(model);
  }

  /** Adds a member, unless it is absent. */
  public MemberPrinter add(String name, @Nullable Object value, boolean isNull) {
    if (value != null || isNull) {
      text.append(separator).append(name).append('=').append(value);
      separator = ", ";
    }
    return this;
  }

  /** Adds a secret member, unless it is absent. */
  public MemberPrinter addSecret(String name, @Nullable Object value, boolean isNull) {
    return add(name, value == null ? null : SECRET, isNull);
  }

  /** Ends the text with the names of unknown members: any of their values may be a secret. */
  public String print(Extras extras) {
    for (String name : extras.unknown().keySet()) {
      add(name, SECRET, false);
    }
    return text.append(separator.equals("{") ? "{}" : "}").toString();
  }
}
