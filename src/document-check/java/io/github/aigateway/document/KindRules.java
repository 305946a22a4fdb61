package io.github.aigateway.document;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A class that is a variant of two unions has a method of each that says its kind. */
final class KindRules {

  /** Methods without parameters that the class has anyway. */
  private static final Set<String> TAKEN =
      Set.of(
          "clone",
          "finalize",
          "getAdditionalProperties",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toBuilder",
          "toJson",
          "toString",
          "wait");

  private final Schemas schemas;
  private final Names names;
  private final Refusals refusals;
  private final List<Place> unions;

  /** By the place of a variant. */
  private final Map<String, Set<Place>> unionsOf = new LinkedHashMap<>();

  KindRules(Document document, Names names, Refusals refusals) {
    this.schemas = new Schemas(document);
    this.names = names;
    this.refusals = refusals;
    this.unions = document.schemas().stream().filter(Schemas::isUnion).toList();
    for (Place union : unions) {
      for (Place variant : union.children("oneOf", Kind.SCHEMA)) {
        String pointer = document.resolve(variant).pointer();
        unionsOf.computeIfAbsent(pointer, it -> new LinkedHashSet<>()).add(union);
      }
    }
  }

  void check() {
    for (Place union : unions) {
      String method = union.text("x-kind-method");
      if (!method.isEmpty() && (!Names.isJava(method) || TAKEN.contains(method))) {
        refusals.add(
            union.child("x-kind-method"),
            method + " cannot be the name of a method",
            "Write one such as kindOf" + className(union));
      }
    }
    unionsOf.forEach(this::checkVariant);
  }

  private void checkVariant(String pointer, Collection<Place> parents) {
    Set<Place> all = new LinkedHashSet<>();
    unions.stream().filter(it -> it.pointer().equals(pointer)).forEach(all::add);
    parents.forEach(it -> addWithParents(it, all));
    Map<String, Place> methods = new HashMap<>();
    for (Place union : unions) {
      Place other = all.contains(union) ? methods.putIfAbsent(method(union), union) : null;
      if (other != null) {
        refusals.add(
            union,
            "This and %s share the variant %s, which would have two methods %s()"
                .formatted(other.name(), Place.lastStep(pointer), method(union)),
            "Name another method here, such as x-kind-method: kindOf" + className(union));
      }
    }
  }

  private void addWithParents(Place union, Set<Place> all) {
    if (all.add(union)) {
      unionsOf.getOrDefault(union.pointer(), Set.of()).forEach(it -> addWithParents(it, all));
    }
  }

  /** As kind.mustache. */
  private String method(Place union) {
    if (union.has("x-kind-method")) {
      return union.text("x-kind-method");
    }
    String name = className(union);
    return unionsOf.containsKey(union.pointer())
        ? name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + "Kind"
        : "kind";
  }

  private String className(Place union) {
    return names.model(union.name());
  }
}
