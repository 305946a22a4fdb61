package io.github.aigateway;

import io.github.aigateway.api.GatewaysApi.ListGatewaysQuery;
import org.jspecify.annotations.Nullable;

/** Which gateways to list. Immutable. */
public final class ListGatewaysOptions {

  static final int DEFAULT_PER_PAGE = 20;
  static final int MAX_PER_PAGE = 100;

  /** Nothing set: the first page of all gateways. */
  public static final ListGatewaysOptions DEFAULT = builder().build();

  private final ListGatewaysQuery query;

  private ListGatewaysOptions(ListGatewaysQuery query) {
    this.query = query;
  }

  /** Starts with nothing set. */
  public static Builder builder() {
    return new Builder(ListGatewaysQuery.builder());
  }

  /** Starts with everything that is set here. */
  public Builder toBuilder() {
    return new Builder(query.toBuilder());
  }

  /** The number of the page, from 1; if null, the API takes 1. */
  public @Nullable Integer page() {
    return toInteger(query.getPage());
  }

  /** How many gateways a page holds at most, from 1 to 100; if null, the API takes 20. */
  public @Nullable Integer perPage() {
    return toInteger(query.getPerPage());
  }

  /** A text to look for in the ids; null lists all gateways. */
  public @Nullable String search() {
    return query.getSearch();
  }

  ListGatewaysQuery query() {
    return query;
  }

  ListGatewaysOptions withPage(int number) {
    return toBuilder().page(number).build();
  }

  ListGatewaysOptions withLargestPages() {
    return perPage() == null ? toBuilder().perPage(MAX_PER_PAGE).build() : this;
  }

  int pageOrDefault() {
    Integer page = page();
    return page == null ? 1 : page;
  }

  int perPageOrDefault() {
    Integer perPage = perPage();
    return perPage == null ? DEFAULT_PER_PAGE : perPage;
  }

  private static @Nullable Integer toInteger(@Nullable Long value) {
    return value == null ? null : Integer.valueOf(value.intValue());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ListGatewaysOptions that && query.equals(that.query);
  }

  @Override
  public int hashCode() {
    return query.hashCode();
  }

  @Override
  public String toString() {
    return "ListGatewaysOptions{page="
        + page()
        + ", perPage="
        + perPage()
        + ", search="
        + search()
        + "}";
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder {
    private final ListGatewaysQuery.Builder query;

    private Builder(ListGatewaysQuery.Builder query) {
      this.query = query;
    }

    /**
     * The number of the page, from 1; by default 1.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public Builder page(int page) {
      query.page(Arguments.between(page, 1, Integer.MAX_VALUE, "page"));
      return this;
    }

    /**
     * How many gateways a page holds at most, from 1 to 100; by default 20.
     *
     * @throws IllegalArgumentException if it is less than 1 or more than 100
     */
    public Builder perPage(int perPage) {
      query.perPage(Arguments.between(perPage, 1, MAX_PER_PAGE, "perPage"));
      return this;
    }

    /**
     * A text to look for in the ids; by default all gateways are listed.
     *
     * @throws IllegalArgumentException if it holds control characters
     */
    public Builder search(String search) {
      query.search(Arguments.wellFormed(search, "search"));
      return this;
    }

    /** Makes the options. */
    public ListGatewaysOptions build() {
      return new ListGatewaysOptions(query.build());
    }
  }
}
