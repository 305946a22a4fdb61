package io.github.aigateway.specdiff;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedApiResponse;
import org.openapitools.openapidiff.core.model.ChangedContent;
import org.openapitools.openapidiff.core.model.ChangedHeaders;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedParameters;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.ComposedChanged;
import org.openapitools.openapidiff.core.model.DiffResult;
import org.openapitools.openapidiff.core.model.Endpoint;

/**
 * What is different between two documents for those who call what is generated from them.
 * openapi-diff finds it; here it gets words, and a verdict. That is openapi-diff's own wherever
 * this library is like any other client. It is more open than others, and does not check responses:
 * {@link SchemaChanges} says where, and {@link OverlookedChanges} what it does not see at all.
 */
final class DocumentChanges {

  private final Set<Change> changes = new LinkedHashSet<>();
  private final IdentityHashMap<Schema<?>, String> names = new IdentityHashMap<>();

  private DocumentChanges() {}

  static List<Change> between(String older, String newer) {
    // openapi-diff logs through SLF4J, which would say that nobody listens.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    ChangedOpenApi found = OpenApiCompare.fromContents(older, newer);
    DocumentChanges changes = new DocumentChanges();
    changes.visit(found);
    return new ArrayList<>(changes.changes);
  }

  private void visit(ChangedOpenApi found) {
    found
        .getNewSpecOpenApi()
        .getComponents()
        .getSchemas()
        .forEach((name, schema) -> names.put(schema, name));
    new OverlookedChanges(changes).visit(found.getOldSpecOpenApi(), found.getNewSpecOpenApi());
    for (Endpoint gone : found.getMissingEndpoints()) {
      lost("The document", "operation " + gone.getMethod() + " " + gone.getPathUrl());
    }
    for (Endpoint added : found.getNewEndpoints()) {
      got("The document", "operation " + added.getMethod() + " " + added.getPathUrl());
    }
    for (ChangedOperation each : found.getChangedOperations()) {
      visitComposed(each, each.getHttpMethod() + " " + each.getPathUrl());
    }
  }

  private void visit(@Nullable Changed node, String place) {
    if (node == null || node.isUnchanged()) {
      return;
    }
    if (node instanceof ChangedSchema schema) {
      new SchemaChanges(names, changes).visit(schema, place);
    } else if (node instanceof ChangedParameters they) {
      they.getMissing().forEach(it -> lost(place, "parameter " + it.getName()));
      for (Parameter added : they.getIncreased()) {
        if (Boolean.TRUE.equals(added.getRequired())) {
          changes.add(Change.breaks(place + " needs the new parameter " + added.getName() + "."));
        } else {
          got(place, "parameter " + added.getName());
        }
      }
      they.getChanged().forEach(it -> visitComposed(it, place + ", parameter " + it.getName()));
    } else if (node instanceof ChangedApiResponse they) {
      they.getMissing().keySet().forEach(it -> lost(place, "response " + it));
      they.getIncreased().keySet().forEach(it -> got(place, "response " + it));
      they.getChanged().forEach((status, it) -> visitComposed(it, place + ", response " + status));
    } else if (node instanceof ChangedHeaders they) {
      they.getMissing().keySet().forEach(it -> lost(place, "header " + it));
      they.getIncreased().keySet().forEach(it -> got(place, "header " + it));
      they.getChanged().forEach((name, it) -> visitComposed(it, place + ", header " + name));
    } else if (node instanceof ChangedContent they) {
      they.getMissing().keySet().forEach(it -> lost(place, "media type " + it));
      they.getIncreased().keySet().forEach(it -> got(place, "media type " + it));
      they.getChanged().values().forEach(it -> visitComposed(it, place));
    } else if (node instanceof ComposedChanged composed) {
      visitComposed(composed, place);
    } else if (node.isChanged().isMetaChanged()) {
      changes.add(Change.none(place + " is described in other words."));
    } else {
      judge(node.isChanged(), place, words(node));
    }
  }

  private void visitComposed(ComposedChanged node, String place) {
    if (node.isCoreChanged().isDifferent()) {
      judge(node.isCoreChanged(), place, "properties of the " + words(node));
    }
    node.getChangedElements().forEach(it -> visit(it, place));
  }

  /** What openapi-diff says of a thing for which it has no more words than its type. */
  private void judge(DiffResult result, String place, String what) {
    String words = place + " has other " + what + ".";
    changes.add(result.isIncompatible() ? Change.breaks(words) : Change.isNew(words));
  }

  /** {@code max length} of a {@code ChangedMaxLength}. */
  static String words(Changed node) {
    return node.getClass()
        .getSimpleName()
        .replaceFirst("^Changed", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }

  private void lost(String place, String what) {
    changes.add(Change.breaks(place + " no longer has the " + what + "."));
  }

  private void got(String place, String what) {
    changes.add(Change.isNew(place + " has the new " + what + "."));
  }
}
