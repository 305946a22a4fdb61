package io.github.aigateway.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The query of a list: which page, of what size, of the gateways whose id contains what. */
final class ListQuery {
  private static final int DEFAULT_PER_PAGE = 20;
  private static final int MAX_PER_PAGE = 100;

  private final List<Problem> problems = new ArrayList<>();
  private final int page;
  private final int perPage;
  private final String search;

  ListQuery(ReceivedRequest request) {
    page = integer(request, "page", 1, Integer.MAX_VALUE);
    perPage = integer(request, "per_page", DEFAULT_PER_PAGE, MAX_PER_PAGE);
    String text = request.queryParameter("search");
    search = text == null ? "" : text;
  }

  /** Returns what is wrong with the query. */
  List<Problem> problems() {
    return problems;
  }

  /** Returns the page out of all gateways. */
  FakeResponse respond(List<JsonObject> gateways) {
    List<JsonObject> found =
        gateways.stream()
            .filter(gateway -> gateway.get("id").getAsString().contains(search))
            .toList();
    JsonArray items = new JsonArray();
    found.stream().skip((page - 1L) * perPage).limit(perPage).forEach(items::add);
    JsonObject info = new JsonObject();
    info.addProperty("count", items.size());
    info.addProperty("page", page);
    info.addProperty("per_page", perPage);
    info.addProperty("total_count", found.size());
    info.addProperty("total_pages", (found.size() + perPage - 1) / perPage);
    return EnvelopeJson.page(items, info);
  }

  private int integer(ReceivedRequest request, String name, int preset, int max) {
    String text = request.queryParameter(name);
    if (text == null) {
      return preset;
    }
    if (!text.matches("-?[0-9]{1,18}")) {
      problems.add(Problem.of(name + ": Expected number, received nan"));
      return preset;
    }
    long value = Long.parseLong(text);
    if (value < 1) {
      problems.add(Problem.of(name + ": Number must be greater than or equal to 1"));
      return preset;
    }
    if (value > max) {
      problems.add(Problem.of(name + ": Number must be less than or equal to " + max));
      return preset;
    }
    return (int) value;
  }
}
