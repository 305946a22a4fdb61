package io.github.aigateway.document;

import java.util.List;

/** What Retrofit can send as a parameter. */
final class ParameterRules {

  private static final List<String> STYLES =
      List.of("deepObject", "matrix", "label", "pipeDelimited", "spaceDelimited");

  private static final String AS_JSON =
      "If the API reads JSON there, write content: {application/json: {schema: …}} instead of"
          + " schema";

  private final Document document;
  private final Schemas schemas;
  private final Refusals refusals;

  ParameterRules(Document document, Refusals refusals) {
    this.document = document;
    this.schemas = new Schemas(document);
    this.refusals = refusals;
  }

  void check() {
    for (Place parameter : document.all(Kind.PARAMETER)) {
      if (parameter.text("in").equals("cookie")) {
        refusals.add(
            parameter,
            "Parameters in cookies are not supported",
            "Describe a security scheme, or leave the parameter out");
      } else if (parameter.has("content")) {
        checkContent(parameter);
      } else {
        checkStyle(parameter);
        checkSchema(parameter);
      }
    }
  }

  private void checkContent(Place parameter) {
    if (!parameter.text("in").equals("query")) {
      refusals.add(
          parameter.child("content"),
          "Only a parameter in the query can be given as JSON",
          "Write schema: {type: string} instead");
    }
    for (Place media : parameter.children("content", Kind.MEDIA)) {
      if (!BodyRules.isJson(media.name())) {
        refusals.add(media, "A parameter can only be given as JSON", "Write application/json");
      } else if (!media.has("schema")) {
        refusals.add(media, "Nothing is said about the JSON", "Write schema: {} for any JSON");
      }
    }
  }

  private void checkStyle(Place parameter) {
    String style = parameter.text("style");
    if (STYLES.contains(style)) {
      refusals.add(
          parameter.child("style"),
          "The style " + style + " is not supported",
          "Write style: form with explode: true in the query, or style: simple elsewhere");
    }
  }

  private void checkSchema(Place parameter) {
    Place schema = parameter.child("schema", Kind.SCHEMA);
    Form form = schemas.form(schema);
    if (form.isScalar()) {
      return;
    }
    if (form != Form.LIST) {
      boolean isAny = form == Form.ANY;
      refusals.add(
          parameter,
          isAny ? "A parameter must have a type" : "An object is only supported as JSON",
          isAny ? "Write schema: {type: string}, or another type" : AS_JSON);
      return;
    }
    Place items = schemas.target(schema).child("items", Kind.SCHEMA);
    if (!parameter.text("in").equals("query")) {
      refusals.add(
          parameter,
          "Lists are supported in the query only",
          "Write schema: {type: string}, and describe how the list is written");
    } else if (!schemas.form(items).isScalar()) {
      refusals.add(
          parameter,
          "A list of what is no string, number or boolean is only supported as JSON",
          AS_JSON);
    } else if (parameter.has("explode") && !parameter.get("explode").asBoolean()) {
      refusals.add(
          parameter.child("explode"),
          "A list in one text is not supported",
          "Write explode: true if the API reads that, or schema: {type: string}");
    }
  }
}
