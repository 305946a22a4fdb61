package io.github.aigateway.specdiff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.aigateway.specdiff.Change.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change of the jar means to code that was compiled against the jar before. */
class JarChangesTest {

  private static final String CLASS =
      "package p; public class A { public int a() { return 0; } %s }";

  @TempDir private Path directory;

  @Test
  void whatIsAddedIsNew() throws IOException {
    assertEquals(
        List.of(new Change(Effect.NEW, "A has the new b(String, List).")),
        between(
            CLASS.formatted(""),
            CLASS.formatted("public void b(String s, java.util.List<?> l) {}")));
  }

  @Test
  void whatIsRemovedBreaks() throws IOException {
    assertEquals(
        List.of(new Change(Effect.BREAKS, "A no longer has b().")),
        between(CLASS.formatted("public void b() {}"), CLASS.formatted("")));
  }

  @Test
  void anotherReturnTypeBreaks() throws IOException {
    assertEquals(
        List.of(new Change(Effect.BREAKS, "A has another b().")),
        between(
            CLASS.formatted("public int b() { return 0; }"),
            CLASS.formatted("public long b() { return 0; }")));
  }

  @Test
  void whatNobodySeesIsNoChange() throws IOException {
    assertEquals(
        List.of(), between(CLASS.formatted(""), CLASS.formatted("void b() {} private int c;")));
  }

  @Test
  void aMethodMoreBreaksThoseWhoImplementAnInterface() throws IOException {
    assertEquals(
        List.of(new Change(Effect.BREAKS, "A asks subtypes for b().")),
        between(
            "package p; public interface A { void a(); }",
            "package p; public interface A { void a(); void b(); }"));
  }

  @Test
  void aMethodMoreInASealedInterfaceBreaksNobody() throws IOException {
    String sealed =
        "package p; public sealed interface A { final class B implements A { %1$s } %2$s }";
    assertEquals(
        List.of(
            new Change(Effect.NEW, "A has the new b()."),
            new Change(Effect.NEW, "A$B has the new b().")),
        between(sealed.formatted("", ""), sealed.formatted("public void b() {}", "void b();")));
  }

  @Test
  void anotherSupertypeBreaks() throws IOException {
    assertEquals(
        List.of(
            new Change(
                Effect.BREAKS, "A itself is another: superclass removed, interface removed.")),
        between(
            "package p; public class A extends RuntimeException {}",
            "package p; public class A {}"));
  }

  private List<Change> between(String older, String newer) throws IOException {
    return JarChanges.between(jar("older", older), jar("newer", newer));
  }

  private Path jar(String name, String source) throws IOException {
    Path root = Files.createDirectory(directory.resolve(name));
    JavaTools.compile(List.of(Files.writeString(root.resolve("A.java"), source)), root, List.of());
    return JavaTools.pack(root, directory.resolve(name + ".jar"));
  }
}
