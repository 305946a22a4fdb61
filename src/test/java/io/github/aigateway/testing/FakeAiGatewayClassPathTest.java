package io.github.aigateway.testing;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okhttp3.OkHttp;
import org.junit.jupiter.api.Test;

/** What a fake says that is started on another class path than it needs. */
final class FakeAiGatewayClassPathTest {
  private static final Pattern JAR = Pattern.compile("mockwebserver3?-([0-9.]+)\\.jar");

  private final List<Path> classPath =
      Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
          .map(Path::of)
          .toList();

  /** With OkHttp 5, {@code mockwebserver3} stays there. */
  @Test
  void withoutMockWebServerItSaysWhatToAdd() throws Exception {
    assertHint(without("mockwebserver-.*"), "NoClassDefFoundError: okhttp3/mockwebserver/");
  }

  @Test
  void withoutJUnit4ItSaysWhatToAdd() throws Exception {
    assertHint(without("junit-4.*"), "NoClassDefFoundError: org/junit/rules/ExternalResource");
  }

  @Test
  void withMockWebServerOfAnotherOkHttpItSaysWhatToAdd() throws Exception {
    List<Path> others = othersInTheLocalRepository();
    assumeFalse(others.isEmpty(), "There is no other version on this machine.");
    List<Path> mixed = without("mockwebserver.*");
    mixed.addAll(others);

    assertHint(mixed, "NoClassDefFoundError: okhttp3/internal/");
  }

  /** As with 5.5.1 on OkHttp 5.0.0: its thread ends, and the client gets no response. */
  @Test
  void withAServerThatFailsOnlyWhenItServesItSaysWhatToAdd() throws Exception {
    assertHint(classPath, "NoClassDefFoundError: ", ".RecordedRequest");
  }

  private List<Path> without(String jars) {
    List<Path> left = new ArrayList<>(classPath);
    assertTrue(left.removeIf(path -> path.getFileName().toString().matches(jars)), jars);
    return left;
  }

  /** The jars of MockWebServer, 4.x if the tests run with 5.x, and the other way round. */
  private List<Path> othersInTheLocalRepository() throws IOException {
    Path ours =
        classPath.stream()
            .filter(path -> JAR.matcher(path.getFileName().toString()).matches())
            .findFirst()
            .orElseThrow();
    String major = version(ours).substring(0, 2);
    try (Stream<Path> files = Files.walk(ours.getParent().getParent().getParent(), 3)) {
      List<Path> others =
          files
              .filter(path -> JAR.matcher(path.getFileName().toString()).matches())
              .filter(path -> !version(path).startsWith(major))
              .toList();
      return others.stream().filter(path -> version(path).equals(version(others.get(0)))).toList();
    }
  }

  private static String version(Path jar) {
    return jar.getParent().getFileName().toString();
  }

  private static void assertHint(List<Path> jars, String cause) throws Exception {
    assertHint(jars, cause, " hides none");
  }

  private static void assertHint(List<Path> jars, String cause, String hidden) throws Exception {
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    ClassLoader parent = ClassLoader.getPlatformClassLoader();
    try (URLClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), parent) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.endsWith(hidden)) {
              throw new ClassNotFoundException(name);
            }
            return super.findClass(name);
          }
        }) {
      Class<?> type = loader.loadClass(FakeAiGateway.class.getName());
      Throwable thrown =
          assertThrows(InvocationTargetException.class, () -> type.getMethod("start").invoke(null))
              .getCause();
      String message = String.valueOf(thrown.getMessage());
      String version = OkHttp.class.getField("VERSION").get(null).toString();
      assertInstanceOf(IllegalStateException.class, thrown);
      assertTrue(message.contains("com.squareup.okhttp3:mockwebserver:" + version + " "), message);
      assertTrue(message.contains(cause), message);
    }
  }
}
