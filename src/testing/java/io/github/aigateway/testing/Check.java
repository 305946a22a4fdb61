package io.github.aigateway.testing;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the API asks of one value. */
interface Check {

  /** Adds to the findings what is wrong with a value, which may be a JSON null. */
  void test(JsonElement value, FieldPath path, Findings findings);

  /** Returns this check, with null allowed as well. */
  default Check orNull() {
    return (value, path, findings) -> {
      if (!value.isJsonNull()) {
        test(value, path, findings);
      }
    };
  }

  static Check bool() {
    return (value, path, findings) -> {
      if (!(value instanceof JsonPrimitive primitive && primitive.isBoolean())) {
        findings.expected("boolean", value, path);
      }
    };
  }

  static Check integer(long min, long max) {
    return (value, path, findings) -> {
      BigDecimal number = number(value);
      if (number == null) {
        findings.expected("number", value, path);
      } else if (number.stripTrailingZeros().scale() > 0) {
        findings.add("Expected integer, received float", path);
      } else if (number.compareTo(BigDecimal.valueOf(min)) < 0) {
        findings.add("Number must be greater than or equal to " + min, path);
      } else if (number.compareTo(BigDecimal.valueOf(max)) > 0) {
        findings.add("Number must be less than or equal to " + max, path);
      }
    };
  }

  static Check positive() {
    return (value, path, findings) -> {
      BigDecimal number = number(value);
      if (number == null) {
        findings.expected("number", value, path);
      } else if (number.signum() <= 0) {
        findings.add("Number must be greater than 0", path);
      }
    };
  }

  static Check string() {
    return string(0, Integer.MAX_VALUE);
  }

  static Check string(int min, int max) {
    return (value, path, findings) -> {
      if (!isString(value)) {
        findings.expected("string", value, path);
        return;
      }
      String text = value.getAsString();
      int length = text.codePointCount(0, text.length());
      if (length < min) {
        findings.add("String must contain at least " + min + " character(s)", path);
      } else if (length > max) {
        findings.add("String must contain at most " + max + " character(s)", path);
      }
    };
  }

  /** Asks for a string that a pattern matches as a whole, unless an earlier check says no. */
  static Check matching(Check first, Pattern pattern, String message) {
    return (value, path, findings) -> {
      int before = findings.count();
      first.test(value, path, findings);
      if (findings.count() == before && !pattern.matcher(value.getAsString()).matches()) {
        findings.add(message, path);
      }
    };
  }

  static Check oneOf(String... values) {
    List<String> known = List.of(values);
    return (value, path, findings) -> {
      if (!isString(value)) {
        findings.expected("'" + String.join("' | '", known) + "'", value, path);
      } else if (!known.contains(value.getAsString())
          && !findings.wasHandedOut(value.getAsString())) {
        findings.add(
            "Invalid enum value. Expected '"
                + String.join("' | '", known)
                + "', received '"
                + value.getAsString()
                + "'",
            path);
      }
    };
  }

  static Check listOf(Check item) {
    return (value, path, findings) -> {
      if (!value.isJsonArray()) {
        findings.expected("array", value, path);
        return;
      }
      for (int i = 0; i < value.getAsJsonArray().size(); i++) {
        item.test(value.getAsJsonArray().get(i), path.item(i), findings);
      }
    };
  }

  static Check mapOf(Check member) {
    return (value, path, findings) -> {
      if (!value.isJsonObject()) {
        findings.expected("object", value, path);
        return;
      }
      value
          .getAsJsonObject()
          .asMap()
          .forEach((name, each) -> member.test(each, path.member(name), findings));
    };
  }

  private static boolean isString(JsonElement value) {
    return value instanceof JsonPrimitive primitive && primitive.isString();
  }

  private static @Nullable BigDecimal number(JsonElement value) {
    if (!(value instanceof JsonPrimitive primitive && primitive.isNumber())) {
      return null;
    }
    try {
      return primitive.getAsBigDecimal();
    } catch (NumberFormatException beyondBounds) {
      return null;
    }
  }
}
