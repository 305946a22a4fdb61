package io.github.aigateway.model;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

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

  /** What the builder holds, without any check. */
  static Object unchecked(Object builder) {
    try {
      Class<?> model = builder.getClass().getEnclosingClass();
      Constructor<?> constructor = model.getDeclaredConstructor(builder.getClass());
      return constructor.newInstance(builder);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("a method that every model has", impossible);
    }
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
