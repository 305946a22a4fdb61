package io.github.aigateway.testing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What the API asks of an object's members; members it does not know may hold anything. */
final class ObjectCheck implements Check {
  private final Map<String, Check> members = new LinkedHashMap<>();
  private final Set<String> required = new LinkedHashSet<>();

  ObjectCheck required(String name, Check check) {
    required.add(name);
    return optional(name, check);
  }

  ObjectCheck optional(String name, Check check) {
    members.put(name, check);
    return this;
  }

  @Override
  public void test(JsonElement value, FieldPath path, Findings findings) {
    if (!value.isJsonObject()) {
      findings.expected("object", value, path);
      return;
    }
    test(value.getAsJsonObject(), new JsonObject(), path, findings);
  }

  /** Checks an object, but no member that is the same as in another one. */
  void test(JsonObject object, JsonObject accepted, FieldPath path, Findings findings) {
    members.forEach(
        (name, check) -> {
          JsonElement member = object.get(name);
          if (member == null) {
            if (required.contains(name)) {
              findings.add("Required", path.member(name));
            }
          } else if (member.isJsonNull() || !member.equals(accepted.get(name))) {
            check.test(member, path.member(name), findings);
          }
        });
  }
}
