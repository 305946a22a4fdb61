package io.github.aigateway.specdiff;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What openapi-diff passes over, and yet is noticed by those who use the library: other defaults,
 * another server, another name of an operation, and what our own extensions have the library do.
 * Only what both documents have is compared; what is gone or new is found elsewhere.
 */
final class OverlookedChanges {

  private final Set<Change> changes;

  OverlookedChanges(Set<Change> changes) {
    this.changes = changes;
  }

  void visit(OpenAPI older, OpenAPI newer) {
    String before = server(older);
    String after = server(newer);
    if (!before.equals(after)) {
      breaks("The document", "has the server " + after + " instead of " + before);
    }
    Map<String, Operation> operations = operations(newer);
    operations(older).forEach((place, was) -> visit(was, operations.get(place), place));
    Map<String, Schema<?>> schemas = schemas(newer.getComponents().getSchemas());
    schemas(older.getComponents().getSchemas())
        .forEach((name, was) -> visit(was, schemas.get(name), name));
  }

  private void visit(Operation was, @Nullable Operation is, String place) {
    if (is == null) {
      return;
    }
    if (!Objects.equals(was.getOperationId(), is.getOperationId())) {
      breaks(
          place,
          "is now the method " + is.getOperationId() + ", and no longer " + was.getOperationId());
    }
    for (Parameter old : parameters(was)) {
      for (Parameter now : parameters(is)) {
        if (old.getName() != null && old.getName().equals(now.getName())) {
          visit(old.getSchema(), now.getSchema(), place + ", parameter " + old.getName());
        }
      }
    }
    if (was.getRequestBody() != null && is.getRequestBody() != null) {
      visit(was.getRequestBody().getContent(), is.getRequestBody().getContent(), place);
    }
    was.getResponses()
        .forEach(
            (status, old) -> {
              if (is.getResponses().containsKey(status)) {
                Content now = is.getResponses().get(status).getContent();
                visit(old.getContent(), now, place + ", response " + status);
              }
            });
  }

  private void visit(@Nullable Content was, @Nullable Content is, String place) {
    if (was != null && is != null) {
      was.forEach(
          (type, old) -> {
            if (is.containsKey(type)) {
              visit(old.getSchema(), is.get(type).getSchema(), place);
            }
          });
    }
  }

  private void visit(@Nullable Schema<?> was, @Nullable Schema<?> is, String place) {
    if (was == null || is == null || was.get$ref() != null || is.get$ref() != null) {
      return; // what is referred to has a name, and its turn
    }
    visitDefault(was.getDefault(), is.getDefault(), place);
    visitConstant(extension(was, "x-constant"), extension(is, "x-constant"), place);
    if (isSecret(was) && !isSecret(is)) {
      breaks(place, "was a secret, and is printed from now on");
    } else if (isSecret(is) && !isSecret(was)) {
      isNew(place, "is a secret, and is no longer printed");
    }
    Map<String, Schema<?>> members = schemas(is.getProperties());
    boolean starts = extension(was, "x-start") != null && extension(is, "x-start") != null;
    schemas(was.getProperties())
        .forEach(
            (name, old) -> {
              Schema<?> now = members.get(name);
              if (starts && now != null) {
                visitStart(old, now, place + "." + name);
              }
              visit(old, now, place + "." + name);
            });
    visit(was.getItems(), is.getItems(), place + "'s items");
    if (was.getAdditionalProperties() instanceof Schema<?> old
        && is.getAdditionalProperties() instanceof Schema<?> now) {
      visit(old, now, place + "'s other members");
    }
  }

  private void visitDefault(@Nullable Object was, @Nullable Object is, String place) {
    if (was == null && is != null) {
      isNew(place, "has the default " + is + ", of which nothing was said");
    } else if (!Objects.equals(was, is)) {
      breaks(place, "has another default: " + said(is) + " instead of " + was);
    }
  }

  private void visitConstant(@Nullable String was, @Nullable String is, String place) {
    if (was == null && is != null) {
      isNew(place, "is always " + is + ", which builder() sets");
    } else if (!Objects.equals(was, is)) {
      breaks(place, "is no longer always " + was + ": builder() sets " + said(is));
    }
  }

  private void visitStart(Schema<?> old, Schema<?> now, String place) {
    String was = extension(old, "x-start-with");
    String is = extension(now, "x-start-with");
    if (!Objects.equals(was, is)) {
      breaks(place, "is " + said(is) + " instead of " + said(was) + " in withDefaults()");
    }
  }

  private static boolean isSecret(Schema<?> schema) {
    return "true".equals(extension(schema, "x-sensitive"))
        || "password".equals(schema.getFormat())
        || Boolean.TRUE.equals(schema.getWriteOnly());
  }

  private static @Nullable String extension(Schema<?> schema, String name) {
    Object value = schema.getExtensions() == null ? null : schema.getExtensions().get(name);
    return value == null ? null : value.toString();
  }

  private static String said(@Nullable Object value) {
    return value == null ? "nothing" : value.toString();
  }

  private static String server(OpenAPI document) {
    List<Server> servers = document.getServers();
    return servers == null || servers.isEmpty() ? "/" : servers.get(0).getUrl();
  }

  private static List<Parameter> parameters(Operation operation) {
    return operation.getParameters() == null ? List.of() : operation.getParameters();
  }

  private static Map<String, Operation> operations(OpenAPI document) {
    Map<String, Operation> operations = new TreeMap<>();
    document
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach((method, each) -> operations.put(method + " " + path, each)));
    return operations;
  }

  /** The parser's maps are of schemas of anything. */
  private static Map<String, Schema<?>> schemas(
      @SuppressWarnings("rawtypes") @Nullable Map<String, Schema> raw) {
    Map<String, Schema<?>> schemas = new TreeMap<>();
    if (raw != null) {
      raw.forEach(schemas::put);
    }
    return schemas;
  }

  private void breaks(String place, String what) {
    changes.add(Change.breaks(place + " " + what + "."));
  }

  private void isNew(String place, String what) {
    changes.add(Change.isNew(place + " " + what + "."));
  }
}
