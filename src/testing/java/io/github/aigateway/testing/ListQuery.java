package io.github.aigateway.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The query of a list: which page, of what size, of the gateways whose id contains what. */
final class ListQuery {
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, JsonElement> values = new HashMap<>();

  ListQuery(ReceivedRequest request, Map<String, Schema> parameters) {
    parameters.forEach(
        (name, schema) -> {
          JsonElement preset = schema.json().get("default");
          if (preset != null) {
            values.put(name, preset);
          }
          String text = request.queryParameter(name);
          if (text != null) {
            read(name, text, schema);
          }
        });
  }

  /** Returns what is wrong with the query. */
  List<Problem> problems() {
    return problems;
  }

  /** Returns the page out of all gateways. */
  FakeResponse respond(List<JsonObject> gateways) {
    String search = value("search", new JsonPrimitive("")).getAsString();
    long page = value("page", new JsonPrimitive(1)).getAsLong();
    long perPage = value("per_page", new JsonPrimitive(20)).getAsLong();
    List<JsonObject> found =
        gateways.stream()
            .filter(gateway -> gateway.get("id").getAsString().contains(search))
            .toList();
    JsonArray items = new JsonArray();
    // No list is as long as the highest page times its size, which is no long.
    long skipped = Math.min(page - 1, found.size()) * perPage;
    found.stream().skip(skipped).limit(perPage).forEach(items::add);
    JsonObject info = new JsonObject();
    info.addProperty("count", items.size());
    info.addProperty("page", page);
    info.addProperty("per_page", perPage);
    info.addProperty("total_count", found.size());
    info.addProperty("total_pages", (found.size() + perPage - 1) / perPage);
    return EnvelopeJson.page(items, info);
  }

  private JsonElement value(String name, JsonElement otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  private void read(String name, String text, Schema schema) {
    JsonElement value = new JsonPrimitive(text);
    if ("integer".equals(schema.text("type"))) {
      if (!text.matches("-?[0-9]{1,40}")) {
        problems.add(Problem.of(name + ": Expected number, received nan"));
        return;
      }
      value = new JsonPrimitive(new BigInteger(text));
    }
    SchemaCheck.check(schema, value, Set.of())
        .list()
        .forEach(found -> problems.add(Problem.of(name + ": " + found.message())));
    values.put(name, value);
  }
}
