package io.github.aigateway.document;

/** An extension must be known, at a place where it is read, and of the type that is read. */
final class ExtensionRules {

  private final Document document;
  private final Schemas schemas;
  private final Refusals refusals;

  ExtensionRules(Document document, Refusals refusals) {
    this.document = document;
    this.schemas = new Schemas(document);
    this.refusals = refusals;
  }

  void check() {
    for (Place owner : document.places()) {
      for (Place member : owner.children(owner.kind())) {
        if (Kind.isExtension(member.name())) {
          check(owner, member);
        }
      }
    }
  }

  private void check(Place owner, Place member) {
    String name = member.name();
    Extension extension = Extension.of(name).orElse(null);
    if (extension == null) {
      refusals.add(
          member,
          name + " is unknown",
          Extension.like(name)
              .map(it -> "Write " + it.name())
              .orElse("Leave it out; known are " + Extension.names()));
    } else if (!extension.kinds().contains(owner.kind()) || !isRead(owner, name)) {
      refusals.add(
          member,
          "Nothing reads " + name + " here",
          "Write it " + extension.where() + ", or leave it out");
    } else if (!extension.fits().test(member.node())) {
      refusals.add(member, name + " has a value of the wrong type", "Write " + extension.value());
    }
  }

  private boolean isRead(Place owner, String extension) {
    return switch (extension) {
      case "x-start", "x-carry-over", "x-if-incomplete" ->
          schemas.form(owner) == Form.MODEL && !isWrapper(owner);
      case "x-kind-method" -> Schemas.isUnion(owner);
      case "x-enum-varnames", "x-enum-descriptions" -> owner.has("enum");
      default -> true;
    };
  }

  /** A schema without members of its own, whose extensions are not those of a class. */
  private boolean isWrapper(Place owner) {
    return owner.kind() == Kind.PROPERTY && !owner.has("properties");
  }
}
