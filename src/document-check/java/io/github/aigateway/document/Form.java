package io.github.aigateway.document;

/** What becomes of a schema in Java. */
enum Form {
  MODEL,
  UNION,
  ENUM,
  TEXT,
  INTEGER,
  NUMBER,
  BOOLEAN,
  LIST,
  MAP,
  FREE_OBJECT,
  ANY;

  boolean isScalar() {
    return this == ENUM || this == TEXT || this == INTEGER || this == NUMBER || this == BOOLEAN;
  }

  boolean hasClass() {
    return this == MODEL || this == UNION || this == ENUM;
  }
}
