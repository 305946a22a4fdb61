package io.github.aigateway.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Requests and successful responses hold JSON, or nothing. */
final class BodyRules {

  private static final String ANY_JSON = "Write schema: {} for any JSON";

  private final Document document;
  private final Refusals refusals;

  BodyRules(Document document, Refusals refusals) {
    this.document = document;
    this.refusals = refusals;
  }

  void check() {
    for (Place body : document.all(Kind.BODY)) {
      body.children("content", Kind.MEDIA).forEach(this::checkRequest);
    }
    for (Operation operation : Operation.all(document)) {
      Place responses = operation.place().child("responses");
      responses.children(Kind.RESPONSE).forEach(this::checkStatus);
      checkSuccess(responses);
    }
  }

  private void checkRequest(Place media) {
    if (isJson(media.name())) {
      requireSchema(media);
    } else {
      boolean isForm = media.name().matches("(?i)(application/x-www-form-urlencoded|multipart/).*");
      refusals.add(
          media,
          isForm ? "Forms are not supported" : "Only JSON can be sent",
          "Write application/json, or leave the operation out");
    }
  }

  static boolean isJson(String mediaType) {
    return mediaType.matches("(?i)application/json\\s*(;.*)?");
  }

  private void requireSchema(Place media) {
    if (!media.has("schema")) {
      refusals.add(media, "JSON of which nothing is said would be dropped", ANY_JSON);
    }
  }

  private void checkStatus(Place response) {
    String status = response.name();
    if (!status.matches("default|[1-5](\\d\\d|XX)") && !Kind.isExtension(status)) {
      refusals.add(
          response, "This is no status of HTTP", "Write one such as 200 or 4XX, or default");
    }
  }

  private void checkSuccess(Place responses) {
    List<Place> successes = successes(responses);
    JsonNode first = null;
    for (Place use : successes) {
      Place response = document.resolve(use);
      List<Place> content = response.children("content", Kind.MEDIA);
      if (!content.isEmpty()) {
        checkResponse(content.get(0));
      }
      JsonNode schema = schema(content);
      if (first == null) {
        first = schema;
      } else if (!schema.isMissingNode() && !schema.equals(first)) {
        refusals.add(
            use,
            "An operation has one type of response, and this one would be ignored",
            "Give all responses with a status of 2xx the same schema");
      }
    }
  }

  /** By their status: the generator takes the first. */
  private static List<Place> successes(Place responses) {
    List<Place> found = new ArrayList<>();
    for (Place each : responses.children(Kind.RESPONSE)) {
      if (each.name().startsWith("2")) {
        found.add(each);
      }
    }
    found.sort(Comparator.comparing(Place::name));
    if (found.isEmpty() && responses.has("default")) {
      found.add(responses.child("default", Kind.RESPONSE));
    }
    return found;
  }

  private static JsonNode schema(List<Place> content) {
    return content.isEmpty() ? MissingNode.getInstance() : content.get(0).get("schema");
  }

  private void checkResponse(Place media) {
    if (isJson(media.name())) {
      requireSchema(media);
    } else {
      refusals.add(
          media,
          "Only JSON can be read",
          "Write application/json first, or leave the operation out");
    }
  }
}
