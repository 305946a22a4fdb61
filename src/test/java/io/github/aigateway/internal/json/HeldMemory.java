package io.github.aigateway.internal.json;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts the bytes that can be reached from the static fields of the library, roughly. */
final class HeldMemory {

  private static final Path CLASSES = Path.of("target/classes");

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> found = new ArrayDeque<>();
  private long bytes;

  private HeldMemory() {}

  static long ofStaticFields() throws Exception {
    HeldMemory memory = new HeldMemory();
    for (Class<?> type : classes()) {
      for (Field field : type.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers())) {
          memory.follow(field, null);
        }
      }
    }
    for (Object next = memory.found.poll(); next != null; next = memory.found.poll()) {
      memory.count(next);
    }
    return memory.bytes;
  }

  private static List<Class<?>> classes() throws Exception {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files
          .map(file -> CLASSES.relativize(file).toString().replace('/', '.'))
          .filter(name -> name.startsWith("io.") && name.endsWith(".class"))
          .filter(name -> !name.endsWith("package-info.class"))
          .<Class<?>>map(name -> load(name.substring(0, name.length() - ".class".length())))
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private void follow(Field field, @Nullable Object owner) throws IllegalAccessException {
    if (!field.getType().isPrimitive()) {
      field.setAccessible(true);
      note(field.get(owner));
    }
  }

  private void note(@Nullable Object value) {
    if (value != null && seen.add(value)) {
      found.add(value);
    }
  }

  private void count(Object value) throws IllegalAccessException {
    bytes += 16;
    Class<?> type = value.getClass();
    if (value instanceof CharSequence text && type.getName().startsWith("java.")) {
      bytes += 24 + (text.chars().anyMatch(c -> c > 0xff) ? 2L : 1L) * text.length();
    } else if (type.isArray()) {
      countArray(value, type.getComponentType());
    } else if (value instanceof Collection<?> items) {
      bytes += 16L * items.size();
      items.forEach(this::note);
    } else if (value instanceof Map<?, ?> map) {
      bytes += 40L * map.size();
      map.keySet().forEach(this::note);
      map.values().forEach(this::note);
    } else if (value instanceof AtomicReferenceArray<?> array) {
      bytes += 4L * array.length();
      for (int i = 0; i < array.length(); i++) {
        note(array.get(i));
      }
    } else if (value instanceof AtomicReference<?> reference) {
      note(reference.get());
    } else {
      countFields(value, type);
    }
  }

  private void countArray(Object array, Class<?> items) {
    int length = Array.getLength(array);
    int size = items == byte.class || items == boolean.class ? 1 : items == char.class ? 2 : 4;
    bytes += (items == long.class || items == double.class ? 8L : size) * length;
    for (int i = 0; i < length && !items.isPrimitive(); i++) {
      note(Array.get(array, i));
    }
  }

  /** Not those of the JDK, which are closed to others, and hold nothing of a document. */
  private void countFields(Object value, Class<?> type) throws IllegalAccessException {
    for (Class<?> part = type;
        part != null && !part.getName().startsWith("java.") && !part.getName().startsWith("sun.");
        part = part.getSuperclass()) {
      for (Field field : part.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          bytes += 8;
          follow(field, value);
        }
      }
    }
  }
}
