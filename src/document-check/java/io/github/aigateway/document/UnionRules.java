package io.github.aigateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The variants of a union are classes that can be told apart: by a discriminator, or by the members
 * that they require. Without a discriminator, the first variant of which all required members are
 * there is taken.
 */
final class UnionRules {

  private final Document document;
  private final Schemas schemas;
  private final Refusals refusals;

  UnionRules(Document document, Refusals refusals) {
    this.document = document;
    this.schemas = new Schemas(document);
    this.refusals = refusals;
  }

  void check() {
    for (Place schema : document.schemas()) {
      if (schema.has("oneOf")) {
        checkSiblings(schema);
      }
      if (Schemas.isUnion(schema)) {
        boolean areClasses = checkClasses(schema);
        if (schema.has("discriminator")) {
          checkDiscriminator(schema);
        } else if (areClasses) {
          checkRequired(schema);
        }
      } else if (schema.has("discriminator")) {
        refusals.add(
            schema.child("discriminator"),
            "A discriminator without oneOf is inheritance, which is not supported",
            "Say which variants there are with oneOf, beside the discriminator");
      }
    }
  }

  private static List<Place> variants(Place union) {
    return union.children("oneOf", Kind.SCHEMA);
  }

  private void checkSiblings(Place union) {
    for (String sibling : List.of("properties", "required", "allOf")) {
      if (union.has(sibling)) {
        refusals.add(
            union.child(sibling),
            sibling + " is ignored beside oneOf",
            "Write it into each of the variants");
      }
    }
  }

  private boolean checkClasses(Place union) {
    boolean areClasses = true;
    for (Place variant : variants(union)) {
      Form form = schemas.form(variant);
      if (form != Form.MODEL && form != Form.UNION) {
        areClasses = false;
        refusals.add(
            variant,
            "A variant of oneOf must be an object with properties, or a union of such",
            "Give it properties, or write {}, any JSON, instead of the union");
      }
    }
    return areClasses;
  }

  private void checkDiscriminator(Place union) {
    Place discriminator = union.child("discriminator", Kind.DISCRIMINATOR);
    Set<String> mapped = new HashSet<>();
    for (Place entry : discriminator.children("mapping", Kind.SCHEMA)) {
      String pointer = mappedPointer(entry.node().asText());
      mapped.add(pointer);
      if (variants(union).stream().noneMatch(it -> isVariant(it, pointer))) {
        refusals.add(
            entry,
            entry.node().asText() + " is no variant of this union",
            "Write the reference of one that oneOf lists");
      }
    }
    String member = discriminator.text("propertyName");
    for (Place variant : variants(union)) {
      if (!variant.isReference()) {
        refusals.add(
            variant,
            "A discriminator tells variants by their names, and this one has none",
            "Move the schema to /components/schemas, and write a $ref to it");
      } else if (!mapped.isEmpty() && mapped.stream().noneMatch(it -> isVariant(variant, it))) {
        refusals.add(
            variant,
            "The mapping of the discriminator does not list this variant",
            "Add it there, with the value of " + member + " that it has");
      }
      checkHasMember(variant, member);
    }
  }

  private void checkHasMember(Place variant, String member) {
    for (Place model : models(variant, new ArrayList<>(), new HashSet<>())) {
      if (!schemas.properties(model).containsKey(member)) {
        refusals.add(
            variant,
            "%s lacks the property %s, by which variants are told".formatted(model.name(), member),
            "Add it there");
      }
    }
  }

  /** The models that a variant stands for: one, or those of a union. */
  private List<Place> models(Place variant, List<Place> found, Set<String> visited) {
    Place target = schemas.target(variant);
    if (Schemas.isUnion(target) && visited.add(target.pointer())) {
      variants(target).forEach(it -> models(it, found, visited));
    } else if (schemas.form(target) == Form.MODEL) {
      found.add(document.resolve(variant));
    }
    return found;
  }

  /** A mapping has references, or names of schemas. */
  private static String mappedPointer(String mapping) {
    return mapping.startsWith("#")
        ? mapping.substring(1)
        : "/components/schemas/" + Place.escaped(mapping);
  }

  private boolean isVariant(Place variant, String pointer) {
    return variant.isReference() && document.target(variant).pointer().equals(pointer);
  }

  /** The sets of members by one of which a variant is known. */
  private record Signs(Set<String> members, boolean isCertain) {}

  private void checkRequired(Place union) {
    List<Place> variants = variants(union);
    for (int later = 0; later < variants.size(); later++) {
      Place variant = variants.get(later);
      boolean isKnown = true;
      for (Signs signs : signs(variant, new HashSet<>())) {
        isKnown &= !signs.members().isEmpty();
      }
      if (!isKnown) {
        refusals.add(
            variant,
            "Without required members, this variant takes whatever comes",
            "Say which members it requires, or tell the variants by a discriminator");
      }
      for (int earlier = 0; isKnown && earlier < later; earlier++) {
        checkPair(variants.get(earlier), variant);
      }
    }
  }

  private void checkPair(Place earlier, Place later) {
    for (Signs first : signs(earlier, new HashSet<>())) {
      for (Signs second : signs(later, new HashSet<>())) {
        boolean isTaken = first.isCertain() && !first.members().isEmpty();
        if (isTaken && second.members().containsAll(first.members())) {
          String name = document.resolve(earlier).name();
          boolean isEqual = first.members().equals(second.members());
          refusals.add(
              later,
              "Whatever fits this variant is taken for an earlier one, %s, which requires only %s"
                  .formatted(name, String.join(", ", first.members())),
              isEqual
                  ? "Tell the variants by a discriminator, or require another member of one"
                  : "List this one before " + name);
          return;
        }
      }
    }
  }

  private List<Signs> signs(Place variant, Set<String> visited) {
    Place target = schemas.target(variant);
    if (!Schemas.isUnion(target)) {
      return List.of(new Signs(schemas.required(variant), true));
    }
    List<Signs> found = new ArrayList<>();
    if (visited.add(target.pointer())) {
      JsonNode member = target.get("discriminator").path("propertyName");
      for (Place inner : variants(target)) {
        for (Signs signs : signs(inner, visited)) {
          found.add(member.isTextual() ? withMember(signs, member.asText()) : signs);
        }
      }
    }
    return found;
  }

  /** With a discriminator, the value of its member must be known, too. */
  private static Signs withMember(Signs signs, String member) {
    Set<String> members = new LinkedHashSet<>(signs.members());
    members.add(member);
    return new Signs(members, false);
  }
}
