package io.github.aigateway.internal.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.TypeAdapter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes the update that brings a model to what is wanted. Immutable.
 *
 * @param <W> the model that says what is wanted
 * @param <S> the model as it is
 * @param <U> the update
 */
public final class Overlay<W, S, U> {

  private final ModelAdapter<W> wanted;
  private final ModelAdapter<S> source;
  private final ModelAdapter<U> update;

  /** Makes one for three models, by their adapters. */
  public Overlay(
      @Nullable TypeAdapter<W> wanted,
      @Nullable TypeAdapter<S> source,
      @Nullable TypeAdapter<U> update) {
    this.wanted = Objects.requireNonNull(ModelAdapter.of(wanted));
    this.source = Objects.requireNonNull(ModelAdapter.of(source));
    this.update = Objects.requireNonNull(ModelAdapter.of(update));
  }

  /** Whether an update sends what a model holds, and nothing else. */
  public boolean changesNothing(U update, S source) {
    Members carried = this.update.builderFrom(this.source.members(source)).unchecked();
    return this.update.members(update).equals(carried);
  }

  /**
   * The names of the members that are not as wanted. What is not set, or only by a default, does
   * not count; nor does what no update can change.
   */
  public List<String> unmet(W wanted, S source) {
    return this.wanted.unmet(wanted, tree(source), false).stream()
        .filter(this::isUpdatable)
        .toList();
  }

  /** The update that sends all that a model holds, with what is wanted laid over it. */
  public U update(W wanted, S source) {
    JsonObject actual = tree(source);
    MembersBuilder laid = update.builderFrom(this.source.members(source));
    JsonObject whole = this.wanted.over(wanted, actual).getAsJsonObject();
    for (Map.Entry<String, JsonElement> member : whole.entrySet()) {
      JsonElement before = actual.get(member.getKey());
      boolean same = before != null && JsonTree.same(before, member.getValue());
      if (!same && isUpdatable(member.getKey())) {
        laid.carry(member.getKey(), member.getValue());
      }
    }
    laid.carryRequired(this.wanted.members(wanted));
    // Not checked: what is missing or forbidden is for the API to say, as it is at a create.
    return update.of(laid.unchecked());
  }

  /** False for what is known of the model, but not of the update. */
  private boolean isUpdatable(String name) {
    return update.member(name) != null || source.member(name) == null;
  }

  private JsonObject tree(S source) {
    return this.source.toJsonTree(source).getAsJsonObject();
  }
}
