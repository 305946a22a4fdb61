package io.github.aigateway.testing;

import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a schema asks of a text or a number, and of how much there is of anything. */
final class ValueCheck {
  private static final Map<String, String> UNITS =
      Map.of("Length", "character(s)", "Items", "element(s)", "Properties", "key(s)");

  private ValueCheck() {}

  /** Returns what is wrong with a value of the right type, or null. */
  static @Nullable String problemOf(Schema schema, JsonPrimitive value) {
    if (value.isString()) {
      return problemOf(schema, value.getAsString());
    }
    try {
      return value.isNumber() ? problemOf(schema, value.getAsBigDecimal()) : null;
    } catch (NumberFormatException beyondBounds) {
      return "Expected number, received number";
    }
  }

  /** Returns what is wrong with a size, which a keyword such as {@code minItems} limits. */
  static @Nullable String size(Schema schema, String keyword, String what, int size) {
    BigDecimal min = schema.number("min" + keyword);
    BigDecimal max = schema.number("max" + keyword);
    String contain = what + " must contain at ";
    if (min != null && min.intValue() > size) {
      return contain + "least " + min + ' ' + UNITS.get(keyword);
    }
    return max != null && max.intValue() < size
        ? contain + "most " + max + ' ' + UNITS.get(keyword)
        : null;
  }

  private static @Nullable String problemOf(Schema schema, String text) {
    String size = size(schema, "Length", "String", text.codePointCount(0, text.length()));
    String pattern = schema.text("pattern");
    if (size == null && pattern != null && !isFound(pattern, text)) {
      return "Invalid";
    }
    return size == null && "uri".equals(schema.text("format")) && !isUrl(text)
        ? "Invalid url"
        : size;
  }

  private static @Nullable String problemOf(Schema schema, BigDecimal number) {
    if ("integer".equals(schema.text("type")) && number.stripTrailingZeros().scale() > 0) {
      return "Expected integer, received float";
    }
    BigDecimal min = schema.number("minimum");
    BigDecimal max = schema.number("maximum");
    BigDecimal step = schema.number("multipleOf");
    if (max == null && "int64".equals(schema.text("format"))) {
      max = BigDecimal.valueOf(Long.MAX_VALUE);
    }
    if (min != null && number.compareTo(min) < (schema.is("exclusiveMinimum") ? 1 : 0)) {
      return "Number must be greater than " + orEqual(schema, "exclusiveMinimum") + min;
    }
    if (max != null && number.compareTo(max) > (schema.is("exclusiveMaximum") ? -1 : 0)) {
      return "Number must be less than " + orEqual(schema, "exclusiveMaximum") + max;
    }
    return step == null || number.remainder(step).signum() == 0
        ? null
        : "Number must be a multiple of " + step;
  }

  private static String orEqual(Schema schema, String exclusive) {
    return schema.is(exclusive) ? "" : "or equal to ";
  }

  /** In OpenAPI, a last {@code $} is the end of the text; in Java, a line break may follow it. */
  private static boolean isFound(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    boolean anchored = pattern.endsWith("$") && !pattern.endsWith("\\$");
    return matcher.find() && (!anchored || matcher.end() == text.length());
  }

  private static boolean isUrl(String text) {
    try {
      URI uri = new URI(text);
      return uri.isAbsolute() && uri.getRawAuthority() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
