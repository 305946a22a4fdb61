package io.github.aigateway.specdiff;

import static java.util.stream.Collectors.joining;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.config.Options;
import japicmp.model.AccessModifier;
import japicmp.model.JApiBehavior;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibility;
import japicmp.model.JApiConstructor;
import japicmp.model.JApiField;
import japicmp.model.JApiHasAccessModifier;
import japicmp.model.JApiHasChangeStatus;
import japicmp.model.JApiModifier;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is different between two jars for code that was compiled against the older one. japicmp
 * finds it, and knows what breaks. Here it gets words, and two exceptions: packages that are not
 * exported, and additions to types that nobody but the library, or Retrofit, implements.
 */
final class JarChanges {

  private static final String IMPLEMENTED_BY_RETROFIT = "io.github.aigateway.api.";

  private JarChanges() {}

  static List<Change> between(Path older, Path newer) {
    Options options = Options.newDefault();
    options.setAccessModifier(Optional.of(AccessModifier.PROTECTED));
    options.setIgnoreMissingClasses(true);
    Set<String> exported = new TreeSet<>(exports(older));
    exported.addAll(exports(newer));
    return new JarArchiveComparator(JarArchiveComparatorOptions.of(options))
        .compare(archive(older), archive(newer)).stream()
            .filter(type -> exported.contains(packageOf(type)))
            .flatMap(type -> changes(type).stream())
            .toList();
  }

  private static List<Change> changes(JApiClass type) {
    String name = type.getFullyQualifiedName().substring(packageOf(type).length() + 1);
    if (type.getChangeStatus() == JApiChangeStatus.NEW) {
      return List.of(Change.isNew(name + " is new."));
    }
    if (type.getChangeStatus() == JApiChangeStatus.REMOVED) {
      return List.of(Change.breaks(name + " is gone."));
    }
    Predicate<JApiCompatibility> isNew = it -> is(it, JApiChangeStatus.NEW);
    Predicate<JApiCompatibility> breaks = it -> breaks(it, type);
    List<Change> changes = new ArrayList<>();
    members(type, breaks.and(it -> is(it, JApiChangeStatus.REMOVED)))
        .ifPresent(they -> changes.add(Change.breaks(name + " no longer has " + they + ".")));
    members(type, breaks.and(isNew))
        .ifPresent(they -> changes.add(Change.breaks(name + " asks subtypes for " + they + ".")));
    members(type, breaks.and(it -> is(it, JApiChangeStatus.MODIFIED)))
        .ifPresent(they -> changes.add(Change.breaks(name + " has another " + they + ".")));
    members(type, breaks.negate().and(isNew))
        .ifPresent(they -> changes.add(Change.isNew(name + " has the new " + they + ".")));
    String reasons =
        Stream.concat(Stream.of(type, type.getSuperclass()), type.getInterfaces().stream())
            .flatMap(it -> reasons(it, type))
            .distinct()
            .collect(joining(", "));
    if (!reasons.isEmpty()) {
      changes.add(Change.breaks(name + " itself is another: " + reasons + "."));
    }
    return changes;
  }

  private static Optional<String> members(JApiClass type, Predicate<JApiCompatibility> which) {
    String names =
        Stream.of(type.getFields(), type.getConstructors(), type.getMethods())
            .flatMap(List::stream)
            .map(JApiCompatibility.class::cast)
            .filter(JarChanges::isVisible)
            .filter(which)
            .map(JarChanges::name)
            .distinct()
            .collect(joining(", "));
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }

  private static boolean isVisible(JApiCompatibility member) {
    JApiModifier<AccessModifier> access = ((JApiHasAccessModifier) member).getAccessModifier();
    return Stream.of(access.getOldModifier(), access.getNewModifier())
        .flatMap(Optional::stream)
        .anyMatch(it -> it.getLevel() >= AccessModifier.PROTECTED.getLevel());
  }

  private static boolean is(JApiCompatibility element, JApiChangeStatus status) {
    return ((JApiHasChangeStatus) element).getChangeStatus() == status;
  }

  private static boolean breaks(JApiCompatibility element, JApiClass of) {
    return reasons(element, of).findAny().isPresent();
  }

  private static Stream<String> reasons(JApiCompatibility element, JApiClass of) {
    return element.getCompatibilityChanges().stream()
        .filter(it -> !it.isBinaryCompatible() || !it.isSourceCompatible())
        .map(it -> it.getType().name())
        .filter(it -> isImplementedByUsers(of) || !it.matches("METHOD_.*(ADDED|NEW)_.*|.*_DEFAULT"))
        .map(it -> it.toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  /**
   * Nobody else can implement a sealed type, and nobody needs to implement Retrofit's interface.
   */
  private static boolean isImplementedByUsers(JApiClass type) {
    boolean isSealed =
        type.getNewClass()
            .map(it -> it.getClassFile2().getAttribute("PermittedSubclasses") != null)
            .orElse(false);
    return !isSealed && !type.getFullyQualifiedName().startsWith(IMPLEMENTED_BY_RETROFIT);
  }

  private static String name(JApiCompatibility member) {
    if (member instanceof JApiField field) {
      return field.getName();
    }
    JApiBehavior behavior = (JApiBehavior) member;
    String parameters =
        behavior.getParameters().stream()
            .map(it -> it.getType().replaceFirst(".*[.$]", ""))
            .collect(joining(", ", "(", ")"));
    return (behavior instanceof JApiConstructor ? "constructor" : behavior.getName()) + parameters;
  }

  private static String packageOf(JApiClass type) {
    String name = type.getFullyQualifiedName();
    return name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }

  private static Set<String> exports(Path jar) {
    ModuleDescriptor module = ModuleFinder.of(jar).findAll().iterator().next().descriptor();
    if (module.isAutomatic()) {
      return module.packages();
    }
    Set<String> exports = new TreeSet<>();
    module.exports().stream()
        .filter(each -> !each.isQualified())
        .forEach(each -> exports.add(each.source()));
    return exports;
  }

  private static JApiCmpArchive archive(Path jar) {
    return new JApiCmpArchive(jar.toFile(), "");
  }
}
