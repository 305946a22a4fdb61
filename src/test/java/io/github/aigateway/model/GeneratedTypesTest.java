package io.github.aigateway.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import io.github.aigateway.api.GatewaysApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the generated types look like to those who use them. */
class GeneratedTypesTest {

  static Stream<Class<?>> publicTypes() {
    try (Stream<Path> files =
        Files.list(
            Path.of(
                URI.create(
                    Gateway.class.getProtectionDomain().getCodeSource().getLocation()
                        + Gateway.class.getPackageName().replace('.', '/'))))) {
      List<Class<?>> types = new ArrayList<>();
      files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
          .sorted()
          .map(file -> named(file.substring(0, file.length() - ".class".length())))
          .filter(GeneratedTypesTest::isPublic)
          .forEach(types::add);
      return types.stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName(Gateway.class.getPackageName() + "." + name);
    } catch (ClassNotFoundException impossible) {
      throw new LinkageError(name, impossible);
    }
  }

  private static boolean isPublic(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
  }

  @ParameterizedTest
  @MethodSource("publicTypes")
  void nobodyCanExtendAGeneratedType(Class<?> type) {
    assertTrue(
        Modifier.isFinal(type.getModifiers()) || type.isSealed() || type.isEnum(), type.getName());
  }

  @ParameterizedTest
  @MethodSource("publicTypes")
  void nothingInternalIsInAPublicSignature(Class<?> type) {
    List<Type> visible = new ArrayList<>(Arrays.asList(type.getGenericInterfaces()));
    visible.add(type.getGenericSuperclass() == null ? Object.class : type.getGenericSuperclass());
    Stream.concat(
            Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()))
        .filter(GeneratedTypesTest::isVisible)
        .forEach(
            executable -> {
              visible.addAll(Arrays.asList(executable.getGenericParameterTypes()));
              visible.addAll(Arrays.asList(executable.getGenericExceptionTypes()));
              visible.add(executable.getAnnotatedReturnType().getType());
            });
    for (Field field : type.getFields()) {
      visible.add(field.getGenericType());
    }

    assertFalse(
        visible.toString().contains("io.github.aigateway.internal.json"), visible.toString());
    assertFalse(visible.toString().contains("JsonAdapter"), visible.toString());
  }

  private static boolean isVisible(Executable executable) {
    return (executable.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
  }

  @ParameterizedTest
  @MethodSource("publicTypes")
  void aModelHasNoPublicConstructorAndNoState(Class<?> type) {
    boolean isVariant = type.getSimpleName().equals("Unknown");
    boolean isMadeByGson = type == ModelAdapters.class;
    int constructors = isVariant || isMadeByGson ? 1 : 0;
    assertEquals(constructors, type.getConstructors().length, type.getName());
    if (!type.getSimpleName().equals("Builder")) {
      for (Field field : type.getDeclaredFields()) {
        assertTrue(Modifier.isFinal(field.getModifiers()), field.toString());
      }
    }
  }

  @Test
  void everySchemaHasAModelAndAnAdapterAndNothingElseIsPublic() {
    Set<String> expected = new TreeSet<>();
    expected.add("ModelAdapters");
    Document.schemas()
        .keySet()
        .forEach(name -> expected.add(Shape.named(name).readAs().model().getSimpleName()));

    assertEquals(
        List.copyOf(expected),
        publicTypes()
            .filter(type -> type.getEnclosingClass() == null)
            .map(Class::getSimpleName)
            .sorted()
            .toList());
    Shape.models().forEach(shape -> assertTrue(ModelAdapters.of(shape.model()) != null));
    Shape.enums().forEach(shape -> assertTrue(ModelAdapters.of(shape.model()) != null));
    assertEquals(null, ModelAdapters.of(String.class));
  }

  @Test
  void gsonMakesTheFactoryOfTheAdaptersAndGetsThoseOfModelsOnly() {
    Gson gson = new Gson();
    TypeAdapterFactory factory = new ModelAdapters();

    assertEquals(null, factory.create(gson, TypeToken.get(String.class)));
    assertEquals(
        ModelAdapters.of(Gateway.class).fromJsonTree(new JsonObject()),
        factory.create(gson, TypeToken.get(Gateway.class)).fromJsonTree(new JsonObject()));
  }

  @Test
  void generatedPackagesAreNullMarked() {
    assertTrue(Gateway.class.getPackage().isAnnotationPresent(NullMarked.class));
    assertTrue(GatewaysApi.class.getPackage().isAnnotationPresent(NullMarked.class));
  }
}
