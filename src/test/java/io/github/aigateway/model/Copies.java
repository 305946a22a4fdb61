package io.github.aigateway.model;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;

/** Does with any model what its users do with one they know by name. */
final class Copies {

  private Copies() {}

  /** The builder that starts with all that the model holds. */
  static Object toBuilder(Object model) {
    return call(model, "toBuilder");
  }

  /** Builds, with all checks. */
  static Object build(Object builder) {
    return call(builder, "build");
  }

  /** The value of a member. */
  static Object get(Object model, String name) {
    return call(model, accessor(model, "get", name));
  }

  /** Whether a member is there. */
  static boolean has(Object model, String name) {
    return (boolean) call(model, accessor(model, "has", name));
  }

  /** The method of this name, whatever the generator made of the underscores. */
  private static String accessor(Object model, String prefix, String name) {
    String wanted = (prefix + name.replace("_", "")).toLowerCase(Locale.ROOT);
    return Arrays.stream(model.getClass().getMethods())
        .map(Method::getName)
        .filter(method -> method.toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst()
        .orElseThrow();
  }

  /** Calls a method without parameters. */
  static Object call(Object target, String method) {
    try {
      return target.getClass().getMethod(method).invoke(target);
    } catch (InvocationTargetException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(failed);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("a method that every model has", impossible);
    }
  }
}
