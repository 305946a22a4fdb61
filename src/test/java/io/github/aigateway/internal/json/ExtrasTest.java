package io.github.aigateway.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExtrasTest {

  @Test
  void membersAreKeptApart() {
    Extras.Builder builder = new Extras.Builder();
    assertNull(builder.assign(1, null));
    builder.receive(2, true);
    assertEquals("value", builder.assign(4, "value"));
    builder.receive(63, true);
    builder.receive(8, true);
    builder.receive(8, false);
    assertTrue(builder.isAssigned(1));
    assertFalse(builder.isAssigned(2));
    assertTrue(builder.isAssigned(4));
    assertTrue(builder.isNull(1));
    assertTrue(builder.isNull(2));
    assertTrue(builder.isNull(63));
    assertFalse(builder.isNull(31));
    assertFalse(builder.isNull(4));
    assertFalse(builder.isNull(8));
    Extras extras = builder.build();
    assertTrue(extras.isNull(1));
    assertFalse(extras.isNull(4));
    assertFalse(extras.toBuilder().isAssigned(1));
    assertEquals(extras, extras.toBuilder().build());
  }

  @Test
  void unknownMembersAreAddedDroppedAndCarriedOver() {
    Extras.Builder builder = new Extras.Builder();
    builder.removeUnknown("a");
    JsonElement value = new JsonPrimitive(1);
    assertSame(value, builder.putUnknown("a", value));
    builder.putUnknown("b", new JsonPrimitive(2));
    builder.removeUnknown("b");
    Extras extras = builder.build();
    assertEquals(Set.of("a"), extras.copyOfUnknown().keySet());
    assertEquals(extras.copyOfUnknown(), extras.toBuilder().build().copyOfUnknown());
    assertEquals(extras.hashCode(), extras.toBuilder().build().hashCode());

    Extras none = new Extras.Builder().build();
    Extras.Builder nulls = new Extras.Builder();
    nulls.receive(1, true);
    assertNotEquals(none, extras);
    assertNotEquals(none.hashCode(), extras.hashCode());
    assertNotEquals(none.hashCode(), nulls.build().hashCode());
  }
}
