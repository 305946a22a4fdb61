package io.github.aigateway.specdiff;

import io.swagger.v3.oas.models.media.Schema;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedList;
import org.openapitools.openapidiff.core.model.ChangedSchema;
import org.openapitools.openapidiff.core.model.schema.ChangedNullable;
import org.openapitools.openapidiff.core.model.schema.ChangedOneOfSchema;

/**
 * What is different within a schema, by side: in requests, what is asked for must not grow; in
 * responses, what is promised must not shrink. New enum values and union variants break nobody on
 * either side, since models keep what they do not know, but for those who were told to give a
 * switch a default and did not; nor does a limit in responses, since they are not checked.
 */
final class SchemaChanges {

  private static final String NO_DEFAULT =
      " without a default no longer compiles, and fails on it if it is not compiled again";

  private static final String PATTERN_SWITCH = "; a pattern switch" + NO_DEFAULT;
  private static final String KNOWN_SWITCH = "; a switch over known()" + NO_DEFAULT;

  private final IdentityHashMap<Schema<?>, String> names;
  private final Set<Change> changes;

  /** Schemas may lead back to themselves. */
  private final Set<ChangedSchema> visited = Collections.newSetFromMap(new IdentityHashMap<>());

  SchemaChanges(IdentityHashMap<Schema<?>, String> names, Set<Change> changes) {
    this.names = names;
    this.changes = changes;
  }

  void visit(ChangedSchema schema, String outer) {
    visit(schema, outer, true);
  }

  private void visit(@Nullable ChangedSchema schema, String outer, boolean isRequired) {
    if (schema == null || schema.isUnchanged() || !visited.add(schema)) {
      return;
    }
    String place = names.getOrDefault(schema.getNewSchema(), outer);
    boolean isRequest = schema.getContext().isRequest();
    visitMembers(schema, place, isRequest);
    visitValue(schema, place, isRequest, isRequired);
    visit(schema.getItems(), place + "'s items", true);
    visit(schema.getAddProp(), place + "'s other members", true);
    ChangedOneOfSchema union = schema.getOneOfSchema();
    if (union != null) {
      union.getMissing().keySet().forEach(it -> breaks(place, "is no longer a " + it));
      union
          .getIncreased()
          .keySet()
          .forEach(it -> isNew(place, "may be the new variant " + it + PATTERN_SWITCH));
      union.getChanged().forEach((name, it) -> visit(it, place + "'s variant " + name, true));
    }
  }

  private void visitMembers(ChangedSchema schema, String place, boolean isRequest) {
    Set<String> gone = schema.getMissingProperties().keySet();
    gone.forEach(it -> breaks(place, "no longer has the member " + it));
    schema
        .getIncreasedProperties()
        .keySet()
        .forEach(it -> isNew(place, "has the new member " + it));
    if (schema.getRequired() != null) {
      for (String name : schema.getRequired().getIncreased()) {
        if (isRequest) {
          breaks(place, "must now have the member " + name);
        } else {
          isNew(place, "always has the member " + name);
        }
      }
      for (String name : schema.getRequired().getMissing()) {
        if (isRequest) {
          isNew(place, "need no longer have the member " + name);
        } else if (!gone.contains(name)) {
          breaks(place, "may now lack the member " + name);
        }
      }
    }
    Schema<?> newer = schema.getNewSchema();
    for (Map.Entry<String, ChangedSchema> each : schema.getChangedProperties().entrySet()) {
      String name = each.getKey();
      boolean isAlwaysThere = newer.getRequired() != null && newer.getRequired().contains(name);
      visit(each.getValue(), place(newer, name, place), isAlwaysThere);
    }
  }

  /** A reference with a description of its own is wrapped in an allOf; the schema has the name. */
  private static String place(Schema<?> parent, String name, String outer) {
    Schema<?> member = parent.getProperties() == null ? null : parent.getProperties().get(name);
    if (member != null && member.getAllOf() != null && member.getAllOf().size() == 1) {
      String reference = member.getAllOf().get(0).get$ref();
      if (reference != null) {
        return reference.substring(reference.lastIndexOf('/') + 1);
      }
    }
    return outer + "." + name;
  }

  private void visitValue(
      ChangedSchema schema, String place, boolean isRequest, boolean isRequired) {
    if (schema.isChangedType()) {
      breaks(place, "is no longer of type " + schema.getOldSchema().getType());
    }
    if (schema.isChangeFormat()) {
      breaks(place, "has another format");
    }
    if (schema.isDiscriminatorPropertyChanged()) {
      breaks(place, "is told apart by another member");
    }
    if (schema.isChangeDeprecated()) {
      isNew(place, "is deprecated, or no longer so");
    }
    if (isDifferent(schema.getDescription()) || schema.isChangeTitle()) {
      changes.add(Change.none(place + " is described in other words."));
    }
    visitEnum(schema.getEnumeration(), place);
    visitNullable(schema.getNullable(), place, isRequest, isRequired);
    for (Changed limit : limits(schema)) {
      String words = place + " has another limit: " + DocumentChanges.words(limit) + ".";
      if (!isRequest) {
        changes.add(Change.none(words));
      } else {
        changes.add(limit.isIncompatible() ? Change.breaks(words) : Change.isNew(words));
      }
    }
  }

  private void visitEnum(@Nullable ChangedList<?> values, String place) {
    if (values != null) {
      values.getMissing().forEach(it -> breaks(place, "no longer has the value " + it));
      values.getIncreased().forEach(it -> isNew(place, "has the new value " + it + KNOWN_SWITCH));
    }
  }

  private void visitNullable(
      @Nullable ChangedNullable nullable, String place, boolean isRequest, boolean isRequired) {
    if (!isDifferent(nullable)) {
      return;
    }
    boolean mayBeNull = Boolean.TRUE.equals(nullable.getRight());
    if (isRequest) {
      if (mayBeNull) {
        isNew(place, "may now be null");
      } else {
        breaks(place, "must no longer be null");
      }
    } else if (mayBeNull && isRequired) {
      breaks(place, "may now be null");
    } else {
      isNew(place, mayBeNull ? "may now be null" : "is never null any more");
    }
  }

  private static boolean isDifferent(@Nullable Changed node) {
    return node != null && !node.isUnchanged();
  }

  private static List<Changed> limits(ChangedSchema schema) {
    return Stream.<@Nullable Changed>of(
            schema.getMaxLength(),
            schema.getMinLength(),
            schema.getPattern(),
            schema.getNumericRange(),
            schema.getMultipleOf(),
            schema.getMaxItems(),
            schema.getMinItems(),
            schema.getUniqueItems(),
            schema.getMaxProperties(),
            schema.getMinProperties(),
            schema.getReadOnly(),
            schema.getWriteOnly())
        .filter(SchemaChanges::isDifferent)
        .toList();
  }

  private void breaks(String place, String what) {
    changes.add(Change.breaks(place + " " + what + "."));
  }

  private void isNew(String place, String what) {
    changes.add(Change.isNew(place + " " + what + "."));
  }
}
