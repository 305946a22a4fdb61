package io.github.aigateway.internal.json;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Map;

/** A model of each kind of member, as the templates write one. */
record Note(Members members) {

  static final Member<String> ID =
      Member.of(1, "id", ValueAdapters.STRING).required().allowing(Constraint.string(1, 3, null));
  static final Member<Long> TTL = Member.of(2, "ttl", ValueAdapters.INTEGER).required().nullable();
  static final Member<String> TEXT = Member.of(3, "text", ValueAdapters.STRING).nullable();
  static final Member<String> KEY = Member.of(4, "key", ValueAdapters.STRING).secret().nullable();
  static final Member<Boolean> DONE = Member.of(5, "done", ValueAdapters.BOOLEAN).strict();
  static final Member<JsonElement> ANY = Member.of(6, "any", ValueAdapters.ANY);
  static final Member<Map<String, List<JsonElement>>> TREES =
      Member.of(7, "trees", ValueAdapters.map(ValueAdapters.list(ValueAdapters.ANY)));
  static final Member<Note> NEXT =
      Member.of(8, "next", ValueAdapters.<Note>lazy(number -> Note.ADAPTER, 1)).nullable();

  static final ModelAdapter<Note> ADAPTER =
      adapter("Note", ID, TTL, TEXT, KEY, DONE, ANY, TREES, NEXT);

  static ModelAdapter<Note> adapter(String name, Member<?>... members) {
    return adapter(name, false, false, members);
  }

  static ModelAdapter<Note> adapter(
      String name, boolean secret, boolean strict, Member<?>... members) {
    return new ModelAdapter<>(name, members) {
      @Override
      protected boolean isSecret() {
        return secret;
      }

      @Override
      protected boolean isStrict() {
        return strict;
      }

      @Override
      protected Note of(Members members) {
        return new Note(members);
      }

      @Override
      protected Members members(Note note) {
        return note.members();
      }
    };
  }

  static Note of(String json) {
    return Json.parse(json, ADAPTER);
  }

  String json() {
    return Json.print(this, ADAPTER);
  }
}
