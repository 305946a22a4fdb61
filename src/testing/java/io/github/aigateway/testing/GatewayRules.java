package io.github.aigateway.testing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What the API asks of requests: what the document says, and what a server accepts besides. */
final class GatewayRules {
  private static final String CREATE = "createGateway";
  private static final String UPDATE = "updateGateway";
  private static final String LIST = "listGateways";

  private final Supplier<ApiDocument> document;

  GatewayRules(Supplier<ApiDocument> document) {
    this.document = document;
  }

  List<Problem> problemsOfCreate(JsonElement body) {
    return problems(SchemaCheck.check(schemaOfCreate(), body, Set.of()));
  }

  /** Checks an update; what equals the stored gateway's is accepted, except a refused null. */
  List<Problem> problemsOfUpdate(JsonElement body, JsonObject stored) {
    Set<String> handedOut = new HashSet<>();
    collectStrings(stored, handedOut);
    Findings findings = SchemaCheck.check(schemaOfUpdate(), body, handedOut);
    Map<String, Schema> read = schemaOfGateway().properties();
    stored
        .asMap()
        .forEach(
            (name, value) -> {
              Schema member = read.get(name);
              // A null that may be read has to be right when it is sent back.
              boolean refused = value.isJsonNull() && member != null && !member.is("nullable");
              if (!refused && body instanceof JsonObject sent && value.equals(sent.get(name))) {
                findings.list().removeIf(finding -> finding.path().isWithin(name));
              }
            });
    return problems(findings);
  }

  Schema schemaOfCreate() {
    return document.get().requestBody(CREATE);
  }

  Schema schemaOfUpdate() {
    return document.get().requestBody(UPDATE);
  }

  /** The schema of a gateway as it is read. */
  Schema schemaOfGateway() {
    return document.get().result(UPDATE);
  }

  /** The parameters that the query of a list may have, by name. */
  Map<String, Schema> queryOfList() {
    return document.get().query(LIST);
  }

  private static List<Problem> problems(Findings findings) {
    return findings.list().stream()
        .map(each -> Problem.of(EnvelopeJson.INVALID, each.message()).at(each.path()))
        .toList();
  }

  private static void collectStrings(JsonElement element, Set<String> strings) {
    if (element.isJsonObject()) {
      element.getAsJsonObject().asMap().values().forEach(each -> collectStrings(each, strings));
    } else if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(each -> collectStrings(each, strings));
    } else if (element.isJsonPrimitive() && element.getAsJsonPrimitive().isString()) {
      strings.add(element.getAsString());
    }
  }
}
