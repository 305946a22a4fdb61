package io.github.aigateway.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** What an object of a document is by OpenAPI, which says what its members are. */
enum Kind {
  DOCUMENT,
  INFO,
  CONTACT,
  LICENSE,
  SERVER,
  VARIABLE,
  PATHS,
  PATH,
  OPERATION,
  PARAMETER,
  BODY,
  MEDIA,
  ENCODING,
  RESPONSES,
  RESPONSE,
  HEADER,
  EXAMPLE,
  LINK,
  COMPONENTS,
  SCHEMA,
  PROPERTY,
  DISCRIMINATOR,
  XML,
  SECURITY,
  FLOWS,
  FLOW,
  TAG,
  DOCS;

  /**
   * The members that are objects of a kind themselves: {@code name} is one, {@code name[]} a list,
   * {@code name{}} a map, and {@code {}} are all members but extensions. What is not here is data,
   * such as examples.
   */
  private static final String TABLE =
      """
      document: info=info servers[]=server paths=paths components=components tags[]=tag externalDocs=docs
      info: contact=contact license=license
      server: variables{}=variable
      paths: {}=path
      path: get=operation put=operation post=operation delete=operation options=operation head=operation
      path: patch=operation trace=operation servers[]=server parameters[]=parameter
      operation: externalDocs=docs parameters[]=parameter requestBody=body responses=responses servers[]=server
      parameter: schema=schema content{}=media examples{}=example
      header: schema=schema content{}=media examples{}=example
      body: content{}=media
      media: schema=schema examples{}=example encoding{}=encoding
      encoding: headers{}=header
      responses: {}=response
      response: headers{}=header content{}=media links{}=link
      link: server=server
      components: schemas{}=schema responses{}=response parameters{}=parameter examples{}=example
      components: requestBodies{}=body headers{}=header securitySchemes{}=security links{}=link
      schema: properties{}=property items=schema additionalProperties=schema not=schema allOf[]=schema
      schema: anyOf[]=schema oneOf[]=schema discriminator=discriminator xml=xml externalDocs=docs
      security: flows=flows
      flows: implicit=flow password=flow clientCredentials=flow authorizationCode=flow
      tag: externalDocs=docs
      """;

  private static final Map<Kind, List<Member>> MEMBERS = members();

  private record Member(String name, String shape, Kind kind) {}

  boolean isSchema() {
    return this == SCHEMA || this == PROPERTY;
  }

  /** Visits an object and all objects within it, in their order. */
  static void walk(Place place, Consumer<Place> visitor) {
    if (!place.node().isObject()) {
      return;
    }
    visitor.accept(place);
    if (place.isReference()) {
      return;
    }
    for (Member member : MEMBERS.getOrDefault(place.kind(), List.of())) {
      if (member.name().isEmpty()) {
        walkAll(place, member.kind(), visitor);
        continue;
      }
      Place child = place.child(member.name(), member.kind());
      if (member.shape().isEmpty()) {
        walk(child, visitor);
      } else if (member.shape().equals("[]") == child.node().isArray()) {
        walkAll(child, member.kind(), visitor);
      }
    }
  }

  private static void walkAll(Place container, Kind kind, Consumer<Place> visitor) {
    boolean isMap = container.kind() == kind;
    for (Place each : container.children(kind)) {
      if (isMap || !isExtension(each.name())) {
        walk(each, visitor);
      }
    }
  }

  /** Also for those misspelt so that OpenAPI does not call them extensions. */
  static boolean isExtension(String name) {
    return name.matches("(?is)x[-_].*");
  }

  private static Map<Kind, List<Member>> members() {
    Map<Kind, List<Member>> members = new EnumMap<>(Kind.class);
    for (String line : TABLE.split("\n")) {
      String[] words = line.split("[: ]+");
      List<Member> found = members.computeIfAbsent(named(words[0]), it -> new ArrayList<>());
      for (String word : Arrays.asList(words).subList(1, words.length)) {
        String[] sides = word.split("=");
        String name = sides[0].replaceAll("[\\[\\]{}]", "");
        found.add(new Member(name, sides[0].substring(name.length()), named(sides[1])));
      }
    }
    members.put(PROPERTY, members.get(SCHEMA));
    return members;
  }

  private static Kind named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
